import { expect, it } from 'vitest';
import type { Memory } from '../ports/snapshot-store.js';
import { readMemory } from './memory.js';

/** What the device gives back need not be what was written. */
function damaged(value: unknown): Memory {
  return value as Memory;
}

it('reads what was remembered', () => {
  const memory = { lastTrueMs: 5, wallOffsetMs: -3 };
  expect(readMemory(memory)).toEqual(memory);
  expect(readMemory({})).toEqual({});
});

it('leaves out each field that is damaged, and keeps the others', () => {
  expect(readMemory(damaged({ lastTrueMs: Number.NaN, wallOffsetMs: 7 }))).toEqual({
    wallOffsetMs: 7,
  });
  expect(readMemory(damaged({ lastTrueMs: '5' }))).toEqual({});
  expect(readMemory(damaged({ wallOffsetMs: Infinity }))).toEqual({});
});
