import { describe, expect, it } from 'vitest';
import { earliestTimer, NO_TIMERS } from './timers.js';

describe('earliestTimer', () => {
  it('finds the one that is due first', () => {
    const timers = { ...NO_TIMERS, tick: 30, refresh: 20, deadline: 40 };
    expect(earliestTimer(timers)).toEqual({ name: 'refresh', dueMs: 20 });
  });

  it('finds none where none is set', () => {
    expect(earliestTimer(NO_TIMERS)).toBeUndefined();
  });

  it('finds one at zero and below, since a monotonic clock may start anywhere', () => {
    expect(earliestTimer({ ...NO_TIMERS, boot: 0, tick: -5 })).toEqual({ name: 'tick', dueMs: -5 });
  });
});
