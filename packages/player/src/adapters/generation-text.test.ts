import { describe, expect, it } from 'vitest';
import type { Generation, Memory } from '../ports/snapshot-store.js';
import { formatGeneration, formatMemory, parseGeneration, parseMemory } from './generation-text.js';

const GENERATION: Generation = {
  seq: 7,
  revision: 'e1.12',
  etag: '"abc"',
  checksum: '0011223344556677',
  screen: { version: 2, name: 'Hall', sound: { on: false, volume: 0.5 } },
  body: '{\n  "as": "received",\r\n  "with": "\\"quotes\\" – ünïcode"\n}',
};

describe('parseGeneration', () => {
  it('[STORE-2] gives back the raw text to the letter', () => {
    expect(parseGeneration(formatGeneration(GENERATION))).toEqual(GENERATION);
    const empty = { ...GENERATION, body: '' };
    expect(parseGeneration(formatGeneration(empty))).toEqual(empty);
  });

  it.each([
    ['nothing', ''],
    ['half a head', formatGeneration(GENERATION).slice(0, 40)],
    ['no head', `\n${GENERATION.body}`],
    ['a head that is no object', `null\n${GENERATION.body}`],
    ['another seq', formatGeneration({ ...GENERATION, seq: Number.NaN })],
  ])('[STORE-2] finds no generation in %s', (_, text) => {
    expect(parseGeneration(text)).toBeUndefined();
  });
});

describe('parseMemory', () => {
  it('gives back what was remembered', () => {
    const memory: Required<Memory> = { lastTrueMs: 1.5, wallOffsetMs: -20, boots: 3 };
    expect(parseMemory(formatMemory(memory))).toEqual(memory);
  });

  it('remembers nothing where there is nothing that can be read', () => {
    for (const text of ['', '{', 'null', '"text"']) {
      expect(parseMemory(text)).toEqual({});
    }
  });
});
