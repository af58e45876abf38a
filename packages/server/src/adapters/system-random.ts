import { randomBytes } from 'node:crypto';
import type { Random } from '../ports/random.js';

/** Secrets from the system's generator, jitter from the engine's. */
export function createSystemRandom(): Random {
  return { bytes: (count) => randomBytes(count), next: () => Math.random() };
}
