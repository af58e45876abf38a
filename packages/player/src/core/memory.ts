import type { Memory } from '../ports/snapshot-store.js';

/** Reads what a device gives back as its small facts, field by field: any may be damaged. */
export function readMemory(stored: Memory): Memory {
  const { lastTrueMs, wallOffsetMs, rungSlots, boots } = stored;
  return {
    ...(isNumber(lastTrueMs) && { lastTrueMs }),
    ...(isNumber(wallOffsetMs) && { wallOffsetMs }),
    ...(isNumber(boots) && { boots }),
    ...(Array.isArray(rungSlots) && {
      rungSlots: rungSlots.filter((id) => typeof id === 'string'),
    }),
  };
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
