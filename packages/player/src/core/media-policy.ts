/** After a change, the downloads of a fleet begin over this (P-4). */
export const MEDIA_SPREAD_MS = 30_000;
/** From one request to the next: within the server's one a second (HTTP-6). */
const REQUEST_APART_MS = 1_100;
const REQUEST_JITTER_MS = 400;

/** No screen takes a larger file. */
export const LARGEST_FILE_BYTES = 2 ** 30;

/** How long each step may take. */
export const MEDIA_TIMEOUT_MS = {
  /** Reading and hashing a video takes a weak TV its time. */
  opening: 120_000,
  downloading: 30_000,
  committing: 180_000,
} as const;

const FIRST_BACKOFF_MS = 15_000;
const LONGEST_MEDIA_BACKOFF_MS = 600_000;

/** How long a file that failed so often in a row is left alone. @param uniform from [0, 1). */
export function mediaBackoffMs(failures: number, uniform: number): number {
  const ceiling = Math.min(LONGEST_MEDIA_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (failures - 1));
  return (ceiling * (1 + uniform)) / 2;
}

/** @param uniform from [0, 1). */
export function mediaPauseMs(uniform: number): number {
  return REQUEST_APART_MS + REQUEST_JITTER_MS * uniform;
}
