/** How often a long step says that it is still at work. */
const HEARTBEAT_MS = 10_000;

/**
 * Says what is being done while it is done, and how long it took.
 * @template T
 * @param {string} title what is being done, as in `Installing dependencies`
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const startedAt = performance.now();
  console.log(`${title} …`);
  const heartbeat = setInterval(
    () => console.log(`  still at it after ${elapsed(startedAt)}`),
    HEARTBEAT_MS,
  );
  try {
    const result = await work();
    console.log(`  done in ${elapsed(startedAt)}`);
    return result;
  } finally {
    clearInterval(heartbeat);
  }
}

/** @param {number} startedAt from `performance.now()` */
export function elapsed(startedAt) {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}
