import type { Publisher } from '../content/publisher.js';
import type { Clock } from '../ports/clock.js';
import type { Store } from '../store/store.js';

export interface DemoOptions {
  readonly publisher: Publisher;
  readonly store: Store;
  readonly clock: Clock;
  /** Where the demo screen's token is kept, readable by the owner alone. */
  readonly dataDir: string;
  /** The IANA zone that the demo school lives in: the machine's. */
  readonly zone: string;
}

/** Makes the demo school and its screen where they are missing. Idempotent. */
export async function ensureDemo(_options: DemoOptions): Promise<{ readonly token: string }> {
  throw new Error('not written yet');
}
