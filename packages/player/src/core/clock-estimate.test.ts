import { describe, expect, it } from 'vitest';
import {
  initialEstimate,
  isConfirmed,
  reassessed,
  sampleFrom,
  type TimeEstimate,
  type TimeSample,
  trueTime,
  withLeap,
  withSample,
  withSleep,
} from './clock-estimate.js';

const NOON = 1_795_521_600_000;
const HOUR_MS = 3_600_000;

function sampled(...samples: TimeSample[]): TimeEstimate {
  return samples.reduce(withSample, initialEstimate({}, 0, NOON));
}

describe('initialEstimate', () => {
  it('[TIME-1] follows the wall clock, corrected by what was known of it', () => {
    const estimate = initialEstimate(
      { lastTrueMs: NOON, wallOffsetMs: -HOUR_MS },
      500,
      NOON + 2 * HOUR_MS,
    );
    expect(estimate.basis).toBe('wall');
    expect(trueTime(estimate, 500)).toBe(NOON + HOUR_MS);
  });

  it('[TIME-1] knows a wall clock before the last true time to be wrong', () => {
    const estimate = initialEstimate({ lastTrueMs: NOON }, 500, 0);
    expect(estimate.basis).toBe('memory');
    expect(trueTime(estimate, 500)).toBe(NOON);
    expect(trueTime(estimate, 1_500)).toBe(NOON + 1_000);
  });

  it('does without the correction where it would put the time before the last true one', () => {
    const estimate = initialEstimate({ lastTrueMs: NOON, wallOffsetMs: -HOUR_MS }, 0, NOON + 5);
    expect(estimate.basis).toBe('wall');
    expect(trueTime(estimate, 0)).toBe(NOON + 5);
  });
});

describe('reassessed', () => {
  it('believes a wall clock that has been set, once it is past what is known', () => {
    const unknown = initialEstimate({ lastTrueMs: NOON }, 0, 0);
    expect(reassessed(unknown, { lastTrueMs: NOON }, 60_000, NOON - HOUR_MS).basis).toBe('memory');
    const set = reassessed(unknown, { lastTrueMs: NOON }, 60_000, NOON + HOUR_MS);
    expect(set.basis).toBe('wall');
    expect(trueTime(set, 60_000)).toBe(NOON + HOUR_MS);
  });
});

describe('sampleFrom', () => {
  const facts = { revision: 'a.1', realtime: 'on', sentAtMs: 1_000, receivedAtMs: 1_200 } as const;

  it('[TIME-1] takes the server to have answered in the middle of the round trip', () => {
    expect(sampleFrom({ ...facts, serverTimeMs: NOON })).toEqual({
      offsetMs: NOON - 1_100,
      roundTripMs: 200,
    });
  });

  it('[TIME-1] takes none from a cache, which has no server time', () => {
    expect(sampleFrom(facts)).toBeUndefined();
  });

  it('[TIME-1] takes none that makes no sense', () => {
    expect(sampleFrom({ ...facts, serverTimeMs: NOON, receivedAtMs: 900 })).toBeUndefined();
    expect(sampleFrom({ ...facts, serverTimeMs: Number.NaN })).toBeUndefined();
  });
});

describe('withSample', () => {
  it('[TIME-1] lets the lowest round trip of the last eight lead', () => {
    const quick = { offsetMs: NOON, roundTripMs: 20 };
    const slow = { offsetMs: NOON + 90, roundTripMs: 200 };
    expect(sampled(slow, quick, slow).offsetMs).toBe(NOON);
    const eightSlow = Array.from({ length: 8 }, () => slow);
    expect(sampled(quick, ...eightSlow.slice(1)).offsetMs).toBe(NOON);
    expect(sampled(quick, ...eightSlow).offsetMs).toBe(NOON + 90);
    expect(sampled(quick, ...eightSlow).samples).toHaveLength(8);
  });

  it('[P-5] follows at once where time has run ahead unseen', () => {
    const estimate = sampled(
      { offsetMs: NOON, roundTripMs: 20 },
      { offsetMs: NOON + HOUR_MS, roundTripMs: 400 },
    );
    expect(estimate.offsetMs).toBe(NOON + HOUR_MS);
    expect(estimate.samples).toHaveLength(1);
  });

  it('[TIME-1] does not let one old answer set time back, and lets two that agree', () => {
    const right = { offsetMs: NOON, roundTripMs: 20 };
    const old = { offsetMs: NOON - 240_000, roundTripMs: 10 };
    const once = sampled(right, old);
    expect(once.offsetMs).toBe(NOON);
    expect(withSample(once, right).offsetMs).toBe(NOON);
    expect(withSample(withSample(once, right), old).offsetMs).toBe(NOON);
    expect(withSample(once, old).offsetMs).toBe(NOON - 240_000);
  });

  it('confirms a time that was only the wall clock', () => {
    expect(initialEstimate({}, 0, NOON).basis).toBe('wall');
    expect(sampled({ offsetMs: NOON, roundTripMs: 20 }).basis).toBe('sample');
  });
});

describe('an answer that took longer than a second', () => {
  const slow = { offsetMs: NOON, roundTripMs: 1_001 };

  it('[TIME-1] confirms nothing: a second is enough, and no more', () => {
    expect(sampled({ ...slow, roundTripMs: 1_000 }).basis).toBe('sample');
    const possible = initialEstimate({}, 0, NOON + 500);
    expect(withSample(possible, slow)).toBe(possible);
    const confirmed = sampled({ offsetMs: NOON - HOUR_MS, roundTripMs: 20 });
    expect(withSample(confirmed, slow)).toBe(confirmed);
  });

  it.each([
    ['too early', initialEstimate({}, 0, NOON - 501)],
    ['too late', initialEstimate({}, 0, NOON + HOUR_MS)],
    ['known wrong', initialEstimate({ lastTrueMs: NOON }, 0, 0)],
    ['in doubt', withLeap(sampled({ ...slow, offsetMs: 0, roundTripMs: 9 }), NOON, 0, NOON)],
  ])('[P-5] sets a clock that is %s', (_, wrong) => {
    const set = withSample(wrong, slow);
    expect(set).toMatchObject({ offsetMs: NOON, basis: 'wall', doubtMs: 0 });
    expect(isConfirmed(set)).toBe(false);
  });
});

describe('a leap of the wall clock', () => {
  const known = sampled({ offsetMs: NOON, roundTripMs: 20 });

  it('[TIME-1] changes nothing by itself, since the clock may have been set', () => {
    const leapt = withLeap(known, HOUR_MS, 60_000, NOON + 60_000 + HOUR_MS);
    expect(trueTime(leapt, 60_000)).toBe(NOON + 60_000);
    expect(leapt.doubtMs).toBe(HOUR_MS);
  });

  it('[TIME-1] was a sleep where the device says so: then the wall clock leads', () => {
    const leapt = withLeap(known, HOUR_MS, 60_000, NOON + 60_000 + HOUR_MS);
    const slept = withSleep(leapt);
    expect(trueTime(slept, 60_000)).toBe(NOON + 60_000 + HOUR_MS);
    expect(slept.basis).toBe('wall');
    expect(withSleep(slept)).toBe(slept);
  });

  it('[TIME-1] keeps the time where it puts a wrong wall clock right, until a sample confirms', () => {
    const set = withLeap(known, HOUR_MS, 60_000, NOON + 60_000 + 300);
    expect(set).toMatchObject({ offsetMs: known.offsetMs, doubtMs: 0, basis: 'wall' });
  });

  it('[TIME-1] is settled by the next sample, whatever it was', () => {
    const leapt = withLeap(known, HOUR_MS, 60_000, NOON + 60_000 + HOUR_MS);
    expect(withSample(leapt, { offsetMs: NOON, roundTripMs: 90 })).toMatchObject({
      offsetMs: NOON,
      basis: 'sample',
      doubtMs: 0,
    });
    expect(withSample(leapt, { offsetMs: NOON + HOUR_MS, roundTripMs: 90 })).toMatchObject({
      offsetMs: NOON + HOUR_MS,
      doubtMs: 0,
    });
  });
});
