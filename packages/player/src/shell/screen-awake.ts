import type { Cancel, Logger } from '../index.js';

export interface ScreenAwakeOptions {
  readonly page: Pick<Document, 'addEventListener' | 'removeEventListener' | 'visibilityState'>;
  /** `undefined` on plain http and in engines before 2021. */
  readonly wakeLock: Pick<WakeLock, 'request'> | undefined;
  readonly logger: Logger;
}

/**
 * Keeps the device's screen on. A page loses its lock whenever it is hidden, and asks again when it
 * is seen. Where there are no locks, or none is given, the device's own settings have to do it.
 */
export function keepScreenAwake({ page, wakeLock, logger }: ScreenAwakeOptions): Cancel {
  let isTold = false;
  const refused = (): void => {
    if (isTold) return;
    isTold = true;
    logger.log({ level: 'warn', name: 'shell.wake-lock-refused' });
  };
  const ask = (): void => {
    if (page.visibilityState !== 'visible') return;
    if (wakeLock === undefined) refused();
    else wakeLock.request('screen').catch(refused);
  };
  page.addEventListener('visibilitychange', ask);
  ask();
  return () => page.removeEventListener('visibilitychange', ask);
}
