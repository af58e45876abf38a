import type { Cancel, Clock, Logger } from '../index.js';
import { every, MINUTE_MS } from './every.js';

export interface ScreenAwakeOptions {
  readonly page: Pick<Document, 'addEventListener' | 'removeEventListener' | 'visibilityState'>;
  /** `undefined` on plain http and in engines before 2021. */
  readonly wakeLock: Pick<WakeLock, 'request'> | undefined;
  readonly logger: Logger;
  readonly clock: Clock;
}

/** A device that saves its battery takes the lock away, and says nothing once it does not. */
const LOOK_EVERY_MS = 10 * MINUTE_MS;

/**
 * Keeps the device's screen on. A page loses its lock whenever it is hidden, and asks again when it
 * is seen, or has none at a later look. Where there are no locks, or none is given, the device's own
 * settings have to do it.
 */
export function keepScreenAwake({ page, wakeLock, logger, clock }: ScreenAwakeOptions): Cancel {
  let lock: WakeLockSentinel | undefined;
  let isTold = false;
  const refused = (): void => {
    if (isTold) return;
    isTold = true;
    logger.log({ level: 'warn', name: 'shell.wake-lock-refused' });
  };
  const ask = (): void => {
    if (page.visibilityState !== 'visible' || lock?.released === false) return;
    if (wakeLock === undefined) refused();
    else
      wakeLock.request('screen').then((given) => {
        lock = given;
      }, refused);
  };
  page.addEventListener('visibilitychange', ask);
  const stopLooking = every(clock, LOOK_EVERY_MS, ask);
  ask();
  return () => {
    page.removeEventListener('visibilitychange', ask);
    stopLooking();
  };
}
