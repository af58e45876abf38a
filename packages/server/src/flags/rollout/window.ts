import type { ObservationRecord, ObservationSlice } from '../../store/observation-records.js';

/** What the abort criteria look at (FLAG-3). */
export const WINDOW_MS = 15 * 60_000;

/** Sums over nodes and minutes. Latency by bucket. */
export type Sums = Omit<ObservationSlice, 'startMs'>;

/** The upper end of each bucket is this many times the one before: an error of 5 % at most. */
const GROWTH = 1.05;

export function emptySums(): Sums {
  return {
    ends: 0,
    abnormalEnds: 0,
    screens: 0,
    rejected: 0,
    fetched: 0,
    found: 0,
    latency: {},
  };
}

/** Adds up the slices of all nodes that begin within `[fromMs, untilMs)`. */
export function sumSlices(
  reports: readonly ObservationRecord[],
  fromMs: number,
  untilMs = Number.POSITIVE_INFINITY,
): Sums {
  return reports
    .flatMap(({ slices }) => slices)
    .filter(({ startMs }) => startMs >= fromMs && startMs < untilMs)
    .reduce<Sums>(add, emptySums());
}

function add(sums: Sums, slice: ObservationSlice): Sums {
  const latency = { ...sums.latency };
  for (const [bucket, count] of Object.entries(slice.latency)) {
    latency[bucket] = (latency[bucket] ?? 0) + count;
  }
  return {
    ends: sums.ends + slice.ends,
    abnormalEnds: sums.abnormalEnds + slice.abnormalEnds,
    screens: sums.screens + slice.screens,
    rejected: sums.rejected + slice.rejected,
    fetched: sums.fetched + slice.fetched,
    found: sums.found + slice.found,
    latency,
  };
}

/** @returns the name of the bucket that a latency falls into. */
export function latencyBucket(latencyMs: number): string {
  return String(latencyMs <= 1 ? 0 : Math.ceil(Math.log(latencyMs) / Math.log(GROWTH)));
}

/** @returns how many requests there were, and the time within which 95 % of them were answered. */
export function p95(latency: Sums['latency']): { readonly count: number; readonly ms: number } {
  const buckets = Object.entries(latency)
    .map(([bucket, count]) => ({ bucket: Number(bucket), count }))
    .sort((a, b) => a.bucket - b.bucket);
  const count = buckets.reduce((sum, each) => sum + each.count, 0);
  let seen = 0;
  for (const each of buckets) {
    seen += each.count;
    if (seen >= count * 0.95) return { count, ms: GROWTH ** each.bucket };
  }
  return { count, ms: 0 };
}
