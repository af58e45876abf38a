import type { Cancel, Clock, Extras, Logger, Random } from '../index.js';
import type { SelfTestDoor } from './self-test-door.js';
import type { WorkboxWorker } from './workbox-worker.js';

/** What the second script brings. */
export interface Later {
  readonly extras: Extras;
  readonly openSelfTestDoor: () => SelfTestDoor;
  readonly createWorkboxWorker: () => WorkboxWorker | undefined;
  /** Asks the browser to keep the display on and what is stored (UPD-4, P-1). */
  readonly keepDevice: (logger: Logger, clock: Clock) => void;
}

/** Where the second script leaves it. */
export interface LaterOwner {
  hallboardLater?: Later;
}

export interface LoadLaterOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** Runs the second script; rejects where it cannot be had. @param isRetry past any cache. */
  readonly load: (isRetry: boolean) => Promise<Later>;
  readonly onLoaded: (later: Later) => void;
  /** Called after each failure. */
  readonly onFailed: () => void;
}

/** An answer that has not come by then never may. */
const TRY_MS = 60_000;
const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 300_000;

/** Loads the second script, however long that takes: the screen shows and polls without (P-1). */
export function loadLater(options: LoadLaterOptions): Cancel {
  const { clock, random, load, onLoaded, onFailed } = options;
  let isOver = false;
  let cancelTimer: Cancel = () => undefined;

  function attempt(failures: number): void {
    let isPending = true;
    const fail = (): void => {
      if (isOver || !isPending) return;
      isPending = false;
      cancelTimer();
      onFailed();
      const longestMs = Math.min(FIRST_RETRY_MS * 2 ** failures, LONGEST_RETRY_MS);
      // Each screen at its own moment, since what failed for one has failed for all (P-4).
      const waitMs = longestMs * (0.5 + random.next() / 2);
      cancelTimer = clock.setTimer(waitMs, () => attempt(failures + 1));
    };
    cancelTimer = clock.setTimer(TRY_MS, fail);
    load(failures > 0).then((later) => {
      if (isOver) return;
      isOver = true;
      cancelTimer();
      onLoaded(later);
    }, fail);
  }

  attempt(0);
  return () => {
    isOver = true;
    cancelTimer();
  };
}
