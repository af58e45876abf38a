import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EventQueue, type QueuedEvent } from './event-queue.js';

it('gives events back by time, and those of one instant in the order they came', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { maxLength: 200 }), (dueTimes) => {
      const queue = new EventQueue();
      const pushed = dueTimes.map((dueMs): QueuedEvent => ({ dueMs, order: 0, run: undefined }));
      for (const event of pushed) queue.push(event);
      const popped: QueuedEvent[] = [];
      for (let next = queue.pop(); next !== undefined; next = queue.pop()) popped.push(next);
      // Array.sort is stable.
      expect(popped).toEqual([...pushed].sort((a, b) => a.dueMs - b.dueMs));
      expect(queue.peek()).toBeUndefined();
    }),
  );
});

it('keeps its order while events come and go', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.nat(50)), { maxLength: 300 }), (steps) => {
      const queue = new EventQueue();
      const expected: number[] = [];
      for (const dueMs of steps) {
        if (dueMs === null) {
          expected.sort((a, b) => a - b);
          expect(queue.pop()?.dueMs).toBe(expected.shift());
        } else {
          queue.push({ dueMs, order: 0, run: undefined });
          expected.push(dueMs);
        }
      }
    }),
  );
});
