import type { Clock } from '../index.js';

/** A file of the shell takes no longer, even over a school's slow line. */
const LIMIT_MS = 120_000;

/**
 * The page's `fetch`, given up in time where the engine can: each request that hangs would keep one of
 * the few connections to the server from the screen's own (P-3).
 */
export function createFetchWithin(
  clock: Clock,
  fetch: typeof window.fetch = (url, init) => window.fetch(url, init),
): (url: string, init: RequestInit) => Promise<Response> {
  return (url, init) => {
    if (typeof AbortController === 'undefined') return fetch(url, init);
    const controller = new AbortController();
    // Past the head too; once the body has come there is nothing left to give up.
    clock.setTimer(LIMIT_MS, () => controller.abort());
    return fetch(url, { ...init, signal: controller.signal });
  };
}
