import type { Clock } from '../ports/clock.js';
import type { RingClaim } from '../ports/snapshot-store.js';
import type { AtomicKeyValue } from './key-value.js';
import { READ_LIMIT_MS, withinLimit } from './within-limit.js';

/** Several days of bells; none is asked for again that late. */
const RINGS_KEPT = 200;

/**
 * Writes a ring down in every place that takes it, the most reliable first, and says whether it was
 * the first to do so (TIME-3). That place alone decides between two tabs; the others are asked too,
 * since a ring may have been written there when the first was out of order. Never rejects.
 * @param prefix of this screen's keys.
 */
export async function claimRing(
  places: readonly AtomicKeyValue[],
  prefix: string,
  clock: Clock,
  ring: string,
): Promise<RingClaim> {
  let claim: RingClaim = 'failed';
  for (const place of places) {
    const attempt = await withinLimit(clock, READ_LIMIT_MS, () => add(place, prefix, ring));
    if (!attempt.ok) continue;
    if (!attempt.value) return 'again';
    claim = 'first';
  }
  return claim;
}

/** @returns whether it was not there. */
async function add(place: AtomicKeyValue, prefix: string, ring: string): Promise<boolean> {
  let isNew = false;
  await place.change(`${prefix}rings`, (text = '') => {
    const rings = text.split('\n');
    isNew = !rings.includes(ring);
    return isNew ? [...rings, ring].slice(-RINGS_KEPT).join('\n') : text;
  });
  return isNew;
}
