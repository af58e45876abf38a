import type { Cancel, Clock } from '../index.js';

export const MINUTE_MS = 60_000;

/** Runs `run` after `ms`, and again after each further `ms`. */
export function every(clock: Clock, ms: number, run: () => void): Cancel {
  let cancel: Cancel;
  function wait(): void {
    cancel = clock.setTimer(ms, () => {
      wait();
      run();
    });
  }
  wait();
  return () => cancel();
}
