import { describe, expect, it } from 'vitest';
import { countReload } from './reload-log.js';

const MINUTE_MS = 60_000;
const START_MS = 1_795_478_400_000;

/** Asks for a reload at each minute. @returns which were allowed. */
function allowed(minutes: readonly number[], kept: string | null = null): boolean[] {
  let log = kept;
  return minutes.map((minute) => {
    const counted = countReload(log, START_MS + minute * MINUTE_MS);
    if (counted !== undefined) log = counted;
    return counted !== undefined;
  });
}

describe('countReload', () => {
  it('[UPD-2] allows four reloads an hour, which ends a loop', () => {
    expect(allowed([0, 1, 2, 3, 4, 5])).toEqual([true, true, true, true, false, false]);
  });

  it('allows another once the first is an hour ago', () => {
    expect(allowed([0, 10, 20, 30, 59, 60, 61])).toEqual([
      true,
      true,
      true,
      true,
      false,
      true,
      false,
    ]);
  });

  it('is not stopped for good by a clock that was set back, or by nonsense', () => {
    expect(allowed([600, 601, 602, 603, 0])).toEqual([true, true, true, true, true]);
    expect(allowed([0], 'x y z {"a":1} NaN')).toEqual([true]);
  });
});
