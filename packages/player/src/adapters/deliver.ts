import type { Cancel } from '../ports/clock.js';

/**
 * Hands the outcome of work that never rejects to a port's callback.
 * @returns keeps `done` from being called; the work itself goes on.
 */
export function deliver<T>(work: Promise<T>, done: (outcome: T) => void): Cancel {
  let isCancelled = false;
  void work.then((outcome) => {
    if (!isCancelled) done(outcome);
  });
  return () => {
    isCancelled = true;
  };
}
