import type { DurabilityFault } from './redis-durability.js';

/** Redis is set up so that it may lose what it acknowledged (SRV-3). The message says what to do. */
export class UnsafeRedisError extends Error {
  override readonly name = 'UnsafeRedisError';

  constructor(faults: readonly DurabilityFault[]) {
    const what = faults.map(({ fault }) => fault).join(', ');
    const how = faults.map(({ remedy }) => remedy).join(' && ');
    super(
      `Redis may lose what it acknowledged: ${what}. Run: ${how} (and put the same into its ` +
        'configuration), or set REDIS_ALLOW_LOSS=true to accept that.',
    );
  }
}
