/** An instant of the device's monotonic clock, ms since its arbitrary start. */
export type MonoMs = number;

/** Everything that the core waits for. Each is one instant, not one platform timer. */
export type TimerName =
  /** A start waits no longer than this for the device's storage (STORE-3). */
  | 'boot'
  /** The next refresh; moved only by the scheduler (POLL-1). */
  | 'refresh'
  /** When the outstanding request counts as failed (POLL-4). */
  | 'deadline'
  /** Whatever the channel waits for: its next attempt, an answer, or the end of patience (WS-7). */
  | 'channel'
  /** A write that does not end, or the next try after one that failed. */
  | 'save'
  /** Whatever a ring waits for: to be written down, its instant, or the end of patience (TIME-3). */
  | 'bell'
  /** A step of keeping media that does not end, or the time for the next one. */
  | 'media'
  /** The next whole second, for those who paint. */
  | 'tick';

/** When each is due; always with every key, so that all states have one shape. */
export type Timers = Readonly<Record<TimerName, MonoMs | undefined>>;

export const NO_TIMERS: Timers = {
  boot: undefined,
  refresh: undefined,
  deadline: undefined,
  channel: undefined,
  save: undefined,
  bell: undefined,
  media: undefined,
  tick: undefined,
};

const TIMER_NAMES = Object.keys(NO_TIMERS) as readonly TimerName[];

export interface DueTimer {
  readonly name: TimerName;
  readonly dueMs: MonoMs;
}

/** @returns the timer that is due first, `undefined` if none is set. */
export function earliestTimer(timers: Timers): DueTimer | undefined {
  let earliest: TimerName | undefined;
  let earliestMs = Infinity;
  for (const name of TIMER_NAMES) {
    const dueMs = timers[name];
    if (dueMs === undefined || dueMs >= earliestMs) continue;
    earliest = name;
    earliestMs = dueMs;
  }
  return earliest && { name: earliest, dueMs: earliestMs };
}
