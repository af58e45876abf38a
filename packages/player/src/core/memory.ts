import type { Memory } from '../ports/snapshot-store.js';

/** Reads what a device gives back as its small facts, field by field: any may be damaged. */
export function readMemory(stored: Memory): Memory {
  const { lastTrueMs, wallOffsetMs, boots } = stored;
  return {
    ...(isNumber(lastTrueMs) && { lastTrueMs }),
    ...(isNumber(wallOffsetMs) && { wallOffsetMs }),
    ...(isNumber(boots) && { boots }),
  };
}

function isNumber(value: unknown): value is number {
  return Number.isFinite(value);
}
