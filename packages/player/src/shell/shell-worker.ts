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

/**
 * Keeps the shell on the device and up to date (UPD-1): looks for a newer one every hour, each
 * screen at its own minute. A newer worker waits: `activateUpdates` says when it takes over.
 */
export function keepShellStored(options: ShellWorkerOptions): Cancel {
  const { worker, clock, random, logger, onStored } = options;
  let isStopped = false;
  let cancelTimer: Cancel = () => undefined;

  const failed = (error: unknown): void => {
    const detail = error instanceof Error ? error.name : 'unknown';
    logger.log({ level: 'warn', name: 'shell.update-failed', details: { error: detail } });
  };

  async function update(): Promise<void> {
    await worker.update().catch(failed);
    if (isStopped) return;
    const delayMs = HOUR_MS * (0.5 + random.next());
    cancelTimer = clock.setTimer(delayMs, () => void update());
  }

  void update();
  void worker.stored().then((isStored) => {
    if (isStored && !isStopped) onStored();
  }, failed);
  return () => {
    isStopped = true;
    cancelTimer();
  };
}
