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
  /** The next whole second, for those who paint. */
  | 'tick';

export type Timers = Readonly<Partial<Record<TimerName, MonoMs>>>;

export interface DueTimer {
  readonly name: TimerName;
  readonly dueMs: MonoMs;
}

/** @returns the timer that is due first, `undefined` if none is set. */
export function earliestTimer(timers: Timers): DueTimer | undefined {
  let earliest: DueTimer | undefined;
  for (const name in timers) {
    const dueMs = timers[name as TimerName];
    if (dueMs === undefined || (earliest !== undefined && earliest.dueMs <= dueMs)) continue;
    earliest = { name: name as TimerName, dueMs };
  }
  return earliest;
}

/** The same timers without `name`. */
export function withoutTimer(timers: Timers, name: TimerName): Timers {
  if (timers[name] === undefined) return timers;
  const { [name]: _, ...others } = timers;
  return others;
}
