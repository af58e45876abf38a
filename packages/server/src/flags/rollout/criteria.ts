import { p95, type Sums } from './window.js';

/** Fewer events than this decide nothing (FLAG-3). */
export const MIN_EVENTS = 20;

/** No latency below this is worth a halt, in ms. */
const MIN_SLOW_MS = 300;

/** One abort criterion, measured. */
export interface Criterion {
  readonly name: 'disconnects' | 'rejections' | 'found-by-poll' | 'latency';
  /** What it was measured on. */
  readonly events: number;
  /** A share from 0 to 1; for `latency` its p95 in ms. */
  readonly value: number;
  /** What it may not exceed. `null`: there is no baseline yet. */
  readonly limit: number | null;
  readonly isBroken: boolean;
  /** For people. */
  readonly text: string;
}

/** @returns each of FLAG-3's criteria for one window. */
export function judge(sums: Sums, baselineP95Ms: number | null): readonly Criterion[] {
  return [
    share({
      name: 'disconnects',
      limit: 0.3,
      count: sums.abnormalEnds,
      events: sums.ends + sums.screens,
      what: 'of sockets ended abnormally while their screens went on polling',
    }),
    share({
      name: 'rejections',
      limit: 0.05,
      count: sums.rejected,
      events: sums.screens,
      what: 'of screens refused a device',
    }),
    share({
      name: 'found-by-poll',
      limit: 0.2,
      count: sums.found,
      events: Math.max(sums.found, sums.fetched),
      what: 'of changes were found by a poll, not announced',
    }),
    latency(sums, baselineP95Ms),
  ];
}

interface Share {
  readonly name: Criterion['name'];
  readonly limit: number;
  readonly count: number;
  readonly events: number;
  readonly what: string;
}

function share({ name, limit, count, events, what }: Share): Criterion {
  const value = events === 0 ? 0 : count / events;
  const percent = `${(value * 100).toFixed(1)} %`;
  return {
    name,
    events,
    value,
    limit,
    isBroken: events >= MIN_EVENTS && value > limit,
    text: `${percent} ${what}; the limit is ${limit * 100} % (${count} of ${events} in 15 minutes)`,
  };
}

function latency(sums: Sums, baselineP95Ms: number | null): Criterion {
  const { count: events, ms: value } = p95(sums.latency);
  const limit = baselineP95Ms === null ? null : Math.max(2 * baselineP95Ms, MIN_SLOW_MS);
  const against = limit === null ? 'there is no baseline yet' : `the limit is ${round(limit)} ms`;
  return {
    name: 'latency',
    events,
    value,
    limit,
    isBroken: limit !== null && events >= MIN_EVENTS && value > limit,
    text: `p95 of snapshots is ${round(value)} ms; ${against} (${events} in 15 minutes)`,
  };
}

function round(ms: number): string {
  return ms < 10 ? ms.toFixed(1) : ms.toFixed(0);
}
