import type { Cancel, Clock, Random } from '../index.js';
import { every, MINUTE_MS } from './every.js';
import type { SafeRestart } from './safe-restart.js';

export interface NightlyReloadOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly restart: SafeRestart;
  /** Whether school is out, and a reload would disturb nobody. */
  readonly isOutOfHours: () => boolean;
}

/** A screen that is switched off at night starts anew every morning, and needs nothing more. */
const UPTIME_MS = 20 * 3_600_000;
/** Out of hours, the screens of a fleet take this long in all, each at a minute of its own (P-4). */
const SPREAD_MINUTES = 60;

/** Gives back once a day whatever an engine loses in weeks of running (UPD-4). */
export function reloadNightly(options: NightlyReloadOptions): Cancel {
  const { clock, random, restart, isOutOfHours } = options;
  const startedAtMs = clock.monotonicMs();
  let minutesLeft = Math.floor(random.next() * SPREAD_MINUTES);
  return every(clock, MINUTE_MS, () => {
    if (clock.monotonicMs() - startedAtMs < UPTIME_MS || !isOutOfHours()) return;
    if (minutesLeft > 0) minutesLeft -= 1;
    else restart(isOutOfHours);
  });
}
