import type { Cancel, Clock } from '../index.js';

const MINUTE_MS = 60_000;

/** Runs `run` a minute from now, and every minute after that. */
export function everyMinute(clock: Clock, run: () => void): Cancel {
  let cancel: Cancel;
  function wait(): void {
    cancel = clock.setTimer(MINUTE_MS, () => {
      wait();
      run();
    });
  }
  wait();
  return () => cancel();
}
