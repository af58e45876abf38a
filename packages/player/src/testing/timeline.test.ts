import { describe, expect, it } from 'vitest';
import { SAMPLE_MIDNIGHT_MS, Timeline } from './timeline.js';

describe('Timeline', () => {
  it('runs what is due, in order, at its instant', () => {
    const timeline = new Timeline(1_000);
    const ran: string[] = [];
    timeline.at(1_300, () => ran.push(`late ${timeline.nowMs}`));
    timeline.after(100, () => {
      ran.push(`early ${timeline.nowMs}`);
      timeline.after(50, () => ran.push(`between ${timeline.nowMs}`));
    });
    timeline.at(500, () => ran.push(`missed ${timeline.nowMs}`));
    timeline.advance(200);
    expect(ran).toEqual(['missed 1000', 'early 1100', 'between 1150']);
    expect(timeline.nowMs).toBe(1_200);
    timeline.advance(100);
    expect(ran.at(-1)).toBe('late 1300');
  });

  it('does not run what was cancelled, and forgives a second cancel', () => {
    const timeline = new Timeline();
    const cancel = timeline.after(10, () => expect.unreachable());
    cancel();
    cancel();
    timeline.advance(20);
  });

  it('lets everything happen at whole milliseconds, never early', () => {
    const timeline = new Timeline(0);
    const ran: number[] = [];
    for (const dueMs of [0.2, 1.5, 1.9, 3]) timeline.at(dueMs, () => ran.push(timeline.nowMs));
    timeline.advance(5);
    expect(ran).toEqual([1, 2, 2, 3]);
  });

  it('advances until something holds, and says if it does not', () => {
    const timeline = new Timeline();
    let count = 0;
    const again = (): void => {
      count += 1;
      timeline.after(10, again);
    };
    again();
    expect(timeline.advanceUntil(() => count === 5, 1_000)).toBe(true);
    expect(timeline.nowMs).toBe(SAMPLE_MIDNIGHT_MS + 40);
    expect(timeline.advanceUntil(() => count === 500, 1_000)).toBe(false);
    expect(timeline.nowMs).toBe(SAMPLE_MIDNIGHT_MS + 1_040);
  });
});
