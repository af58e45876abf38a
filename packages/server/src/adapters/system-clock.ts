import { performance } from 'node:perf_hooks';
import type { Clock } from '../ports/clock.js';

/** The machine's clocks. Its timers do not keep the process alive. */
export function createSystemClock(): Clock {
  return {
    wallMs: () => Date.now(),
    monotonicMs: () => performance.now(),
    setTimer(delayMs, run) {
      const timer = setTimeout(run, delayMs).unref();
      return () => clearTimeout(timer);
    },
  };
}
