import { describe, expect, it } from 'vitest';
import { lapAt, stillAt } from './ticker.js';

const TEXTS = ['Choir won the county final', 'Science fair set-up starts after lesson 6'];
const WIDTH = 1808;

describe('the ticker', () => {
  it('is where the time says, and a lap ends where the next begins', () => {
    const start = lapAt(0, TEXTS, WIDTH);
    expect(start).toMatchObject({ lap: 0, shift: 0 });
    const lapMs = (start.length / 90) * 1000;
    expect(lapAt(lapMs / 2, TEXTS, WIDTH).shift).toBe(Math.round(start.length / 2));
    expect(lapAt(lapMs + 1, TEXTS, WIDTH)).toMatchObject({ lap: 1, shift: 0 });
  });

  it('fills the line, however little there is to say', () => {
    expect(lapAt(0, ['Hi'], WIDTH).length).toBe(WIDTH);
    expect(lapAt(0, ['word '.repeat(100)], WIDTH).length).toBeGreaterThan(WIDTH);
  });

  it('says everything where nothing may move, a line at a time', () => {
    const long = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ');
    const lines = Array.from({ length: 20 }, (_, turn) => stillAt(turn * 10_000, [long], WIDTH));
    expect(lines.slice(0, new Set(lines).size).join(' ')).toBe(long);
    expect(stillAt(0, ['Two\nlines'], WIDTH)).toBe('Two lines');
  });

  it('leaves no word alone for a turn', () => {
    const text = 'Bring your display boards to the main hall, doors close at sixteen thirty';
    const turns = [0, 10_000].map((ms) => stillAt(ms, [text], 1250));
    expect(turns.join(' ')).toBe(text);
    expect(turns[1]?.split(' ').length).toBeGreaterThan(4);
  });
});
