import type { Clock } from '../ports/clock.js';

/** How long a boot or a paint waits for any storage (STORE-3). */
export const READ_LIMIT_MS = 2000;

/** How long a start that has found nothing looks on; no picture waits for it. */
export const LATE_READ_LIMIT_MS = 30_000;

/** Nothing waits for a write, and a television's flash may take its time over a megabyte. */
export const WRITE_LIMIT_MS = 10_000;

/** The device's storage did not answer in time. */
class StorageTimeoutError extends Error {
  override readonly name = 'StorageTimeoutError';
}

/** How a storage call ended; for what has to go on either way. */
export type Attempt<T> =
  | { readonly ok: true; readonly value: T }
  /** The name of the error alone, since its message may hold a key. */
  | { readonly ok: false; readonly error: string };

/**
 * Runs one storage call, which can then neither throw, nor reject, nor hang (STORE-3).
 * @param call goes on in the background where it is late.
 */
export async function withinLimit<T>(
  clock: Clock,
  limitMs: number,
  call: () => Promise<T>,
): Promise<Attempt<T>> {
  let cancel = (): void => undefined;
  const timeout = new Promise<never>((_, reject) => {
    cancel = clock.setTimer(limitMs, () => reject(new StorageTimeoutError()));
  });
  try {
    return { ok: true, value: await Promise.race([call(), timeout]) };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.name : 'unknown' };
  } finally {
    cancel();
  }
}
