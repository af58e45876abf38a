import type { Cancel, Clock } from '../index.js';
import { every } from './every.js';
import type { GuardedReload } from './guarded-reload.js';

/** What a page can do for a newer worker. */
export interface ShellUpdatePort {
  /** Whether one is there with its whole shell, and waits. */
  isWaiting(): boolean;
  /**
   * Lets it take over.
   * @param done called once it serves this page.
   * @param failed called where it is known that it will not.
   */
  takeOver(done: () => void, failed: () => void): void;
}

export interface ShellUpdateOptions {
  readonly worker: ShellUpdatePort;
  readonly clock: Clock;
  readonly reload: GuardedReload;
  /** Whether a reload would disturb nobody at this moment. */
  readonly isQuiet: () => boolean;
}

const LOOK_EVERY_MS = 10_000;

/**
 * Starts a newer build once it is complete and the moment is quiet, by one guarded reload (UPD-2).
 * Where that never comes, or is never allowed, it takes over at the next boot by itself.
 */
export function activateUpdates({ worker, clock, reload, isQuiet }: ShellUpdateOptions): Cancel {
  let isTakingOver = false;
  return every(clock, LOOK_EVERY_MS, () => {
    const run = !isTakingOver && worker.isWaiting() && isQuiet() ? reload() : undefined;
    if (run === undefined) return;
    // Once told, a worker takes over whatever happens here.
    isTakingOver = true;
    worker.takeOver(run, () => {
      isTakingOver = false;
    });
  });
}
