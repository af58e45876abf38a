import type { AnswerFacts } from '../ports/snapshot-source.js';
import type { Memory } from '../ports/snapshot-store.js';
import type { MonoMs } from './timers.js';

/** One comparison with the server's clock. */
export interface TimeSample {
  /** True time minus the monotonic clock. */
  readonly offsetMs: number;
  readonly roundTripMs: number;
}

/** What the player believes the time to be: always `monotonic + offsetMs`. */
export interface TimeEstimate {
  readonly offsetMs: number;
  /**
   * `sample`: the server said so since this start. `wall`: the device's clock says so, corrected
   * by what was once known of it. `memory`: that clock is known wrong, and the time is at least
   * this, since it was so before.
   */
  readonly basis: 'sample' | 'wall' | 'memory';
  /**
   * How far the wall clock leapt ahead of the monotonic one: either the device slept, and the time
   * leapt with it, or somebody set its clock. 0 where there is no doubt.
   */
  readonly doubtMs: number;
  /** Oldest first, at most eight. */
  readonly samples: readonly TimeSample[];
  /** One that would set time back; believed when a second one agrees. */
  readonly suspect: TimeSample | undefined;
}

/** A slower answer says too little of when it was written (TIME-1). */
const LONGEST_ROUND_TRIP_MS = 1000;
const SAMPLES_KEPT = 8;
/** Beyond half of both round trips: what two clocks may drift apart within eight samples. */
const SAMPLE_TOLERANCE_MS = 250;
/** A wall clock that agrees this well with true time was corrected, not carried on by a sleep. */
const WALL_AGREES_MS = 2000;

/** At a start: what the wall clock and the memory of earlier runs say, before any sample. */
export function initialEstimate(memory: Memory, at: MonoMs, wallMs: number): TimeEstimate {
  const { lastTrueMs = -Infinity, wallOffsetMs = 0 } = memory;
  const believable = [wallMs + wallOffsetMs, wallMs].find((trueMs) => trueMs >= lastTrueMs);
  return {
    offsetMs: (believable ?? lastTrueMs) - at,
    basis: believable === undefined ? 'memory' : 'wall',
    doubtMs: 0,
    samples: [],
    suspect: undefined,
  };
}

/** The wall clock, known wrong so far, has been set: it may be right now. */
export function reassessed(
  estimate: TimeEstimate,
  memory: Memory,
  at: MonoMs,
  wallMs: number,
): TimeEstimate {
  return initialEstimate({ ...memory, lastTrueMs: trueTime(estimate, at) }, at, wallMs);
}

/** Whether the server has said so since this start, and nothing has happened since (TIME-1). */
export function isConfirmed({ basis, doubtMs }: TimeEstimate): boolean {
  return basis === 'sample' && doubtMs === 0;
}

export function trueTime(estimate: TimeEstimate, at: MonoMs): number {
  return at + estimate.offsetMs;
}

/** @returns `undefined` for an answer that does not say when it was written, as one from a cache. */
export function sampleFrom(facts: AnswerFacts): TimeSample | undefined {
  const { serverTimeMs, sentAtMs, receivedAtMs } = facts;
  const roundTripMs = receivedAtMs - sentAtMs;
  if (serverTimeMs === undefined || !Number.isFinite(serverTimeMs)) return undefined;
  if (!(roundTripMs >= 0)) return undefined;
  return { offsetMs: serverTimeMs + roundTripMs / 2 - receivedAtMs, roundTripMs };
}

/**
 * Takes a sample in. Of the last eight the one of lowest round trip leads. One that contradicts
 * them ahead replaces them, since a clock may have stopped unseen; one that contradicts them
 * backwards needs a second, since an old answer out of some cache looks just like that.
 */
export function withSample(estimate: TimeEstimate, sample: TimeSample): TimeEstimate {
  if (sample.roundTripMs > LONGEST_ROUND_TRIP_MS) return withSlowAnswer(estimate, sample);
  const leading = leadingSample(estimate.samples);
  if (leading === undefined || estimate.doubtMs !== 0 || agree(leading, sample)) {
    const earlier = estimate.doubtMs === 0 ? estimate.samples : [];
    return fromSamples([...earlier, sample].slice(-SAMPLES_KEPT));
  }
  const { suspect } = estimate;
  const isConfirmed = suspect !== undefined && agree(suspect, sample);
  if (sample.offsetMs > leading.offsetMs || isConfirmed) return fromSamples([sample]);
  return { ...estimate, suspect: sample };
}

/**
 * One that is too slow to confirm the time. It yet sets a clock that is known wrong, or that says what
 * cannot be within its round trip: a slow network must not keep an alert from the screen.
 */
function withSlowAnswer(
  estimate: TimeEstimate,
  { offsetMs, roundTripMs }: TimeSample,
): TimeEstimate {
  const isPossible = Math.abs(estimate.offsetMs - offsetMs) <= roundTripMs / 2;
  if (isConfirmed(estimate) || (estimate.basis !== 'memory' && isPossible)) return estimate;
  return { offsetMs, basis: 'wall', doubtMs: 0, samples: [], suspect: undefined };
}

/**
 * The wall clock leapt by `leapMs`. Back, or to where it agrees with true time: it was set, and the
 * time stays. But a device that slept meanwhile may look just the same, so that the time counts as
 * confirmed only with the next sample. Any other leap ahead stays in doubt.
 */
export function withLeap(
  estimate: TimeEstimate,
  leapMs: number,
  at: MonoMs,
  wallMs: number,
): TimeEstimate {
  const differsMs = Math.abs(wallMs - trueTime(estimate, at));
  const isPutRight = estimate.basis === 'sample' && differsMs <= WALL_AGREES_MS;
  if (leapMs < 0 || isPutRight) {
    // Setting it back may undo an earlier leap ahead.
    const doubtMs = Math.max(0, estimate.doubtMs + Math.min(0, leapMs));
    return { ...estimate, basis: 'wall', doubtMs, samples: [], suspect: undefined };
  }
  return { ...estimate, doubtMs: estimate.doubtMs + leapMs };
}

/** The device did sleep: the wall clock leads until a sample comes (TIME-1). */
export function withSleep(estimate: TimeEstimate): TimeEstimate {
  if (estimate.doubtMs === 0) return estimate;
  return {
    offsetMs: estimate.offsetMs + estimate.doubtMs,
    basis: 'wall',
    doubtMs: 0,
    samples: [],
    suspect: undefined,
  };
}

function fromSamples(samples: readonly TimeSample[]): TimeEstimate {
  return {
    offsetMs: leadingSample(samples)?.offsetMs ?? 0,
    basis: 'sample',
    doubtMs: 0,
    samples,
    suspect: undefined,
  };
}

/** The lowest round trip; the newest of equals. */
function leadingSample(samples: readonly TimeSample[]): TimeSample | undefined {
  let leading: TimeSample | undefined;
  for (const sample of samples) {
    if (leading === undefined || sample.roundTripMs <= leading.roundTripMs) leading = sample;
  }
  return leading;
}

function agree(a: TimeSample, b: TimeSample): boolean {
  const uncertaintyMs = (a.roundTripMs + b.roundTripMs) / 2 + SAMPLE_TOLERANCE_MS;
  return Math.abs(a.offsetMs - b.offsetMs) <= uncertaintyMs;
}
