import type { Cancel, Clock, Logger, Random } from '../index.js';

/** What a page can do for its worker, or without one for what the browser keeps (STORE-8). */
export interface ShellWorkerPort {
  /** Has the shell kept, or asks for a newer one, which then waits. */
  update(): Promise<void>;
  /** Resolves once the whole shell is on the device, as far as that is ever so. */
  stored(): Promise<boolean>;
}

export interface ShellWorkerOptions {
  readonly worker: ShellWorkerPort;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  /** Called once the page would start without a network (P-1). */
  readonly onStored: () => void;
}

const HOUR_MS = 3_600_000;
/** After a failure, and as long as the shell is not on the device. */
const SOON_MS = 300_000;

/**
 * Keeps the shell on the device and up to date (UPD-1): looks for a newer one every hour, each
 * screen at its own minute, and sooner where it could not be had. A newer worker waits:
 * `activateUpdates` says when it takes over.
 */
export function keepShellStored(options: ShellWorkerOptions): Cancel {
  const { worker, clock, random, logger, onStored } = options;
  let isStopped = false;
  let usualMs = SOON_MS;
  let cancelTimer: Cancel = () => undefined;

  const tell = (error: unknown): void => {
    const detail = error instanceof Error ? error.name : 'unknown';
    logger.log({ level: 'warn', name: 'shell.update-failed', details: { error: detail } });
  };

  function updateIn(ms: number): void {
    cancelTimer();
    if (!isStopped) cancelTimer = clock.setTimer(ms * (0.5 + random.next()), update);
  }

  function update(): void {
    // Before it is asked, since an answer may never come.
    updateIn(usualMs);
    worker.update().catch((error: unknown) => {
      tell(error);
      updateIn(SOON_MS);
    });
  }

  update();
  worker.stored().then((isStored) => {
    usualMs = HOUR_MS;
    if (isStored && !isStopped) onStored();
  }, tell);
  return () => {
    isStopped = true;
    cancelTimer();
  };
}
