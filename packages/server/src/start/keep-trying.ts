import type { Logger } from '../logging/logger.js';
import type { Clock } from '../ports/clock.js';
import { StoreUnavailableError } from '../store/store-unavailable-error.js';

const AGAIN_MS = 1000;

export interface KeepTryingOptions {
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Does what the store may be away for, and again until it was there (SRV-9). Resolves after the
 * first try; what ends a later one is logged.
 * @throws whatever the first try throws that is no `StoreUnavailableError`.
 */
export async function keepTrying(
  { clock, logger }: KeepTryingOptions,
  work: () => Promise<void>,
): Promise<void> {
  const again = (): void => {
    attempt().catch((error: Error) => logger.error('The first start is not finished', { error }));
  };
  async function attempt(): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof StoreUnavailableError)) throw error;
      clock.setTimer(AGAIN_MS, again);
    }
  }
  await attempt();
}
