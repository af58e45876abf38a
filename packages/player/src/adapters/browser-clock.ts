import type { Clock } from '../ports/clock.js';

/** The longest delay that `setTimeout` keeps; a longer one would fire at once. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

/** The device's clocks and timers (TIME-1). Timers fire late in hidden pages, never early. */
export function createBrowserClock(): Clock {
  return {
    monotonicMs: () => performance.now(),
    wallMs: () => Date.now(),
    setTimer(delayMs, run) {
      const id = setTimeout(run, Math.min(Math.max(delayMs, 0), MAX_TIMEOUT_MS));
      return () => clearTimeout(id);
    },
  };
}
