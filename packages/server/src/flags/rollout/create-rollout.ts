import type { Bus } from '../../bus/bus.js';
import type { Logger } from '../../logging/logger.js';
import type { Clock } from '../../ports/clock.js';
import type { Random } from '../../ports/random.js';
import type { FlagsRecord } from '../../store/flag-records.js';
import type { Store } from '../../store/store.js';
import { decideRealtime } from '../realtime.js';
import { RolloutDriver } from './rollout-driver.js';
import { RolloutObserver } from './rollout-observer.js';
import { Rollouts } from './rollouts.js';

export interface RolloutOptions {
  readonly store: Store;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  /** `DISPLAY_WS_ENABLED`. */
  readonly realtimeAllowed: boolean;
  /** What this node serves from. */
  readonly flags: () => FlagsRecord;
  /** A school's own say. */
  readonly sayOf: (schoolId: string) => 'on' | 'off' | undefined;
}

/** A node's share in rollouts: it watches, it may drive, and administrators ask through it. */
export interface Rollout {
  readonly observer: RolloutObserver;
  readonly driver: RolloutDriver;
  readonly rollouts: Rollouts;
}

export function createRollout(options: RolloutOptions): Rollout {
  const { store, bus, clock, random, logger, realtimeAllowed, flags, sayOf } = options;
  const observer = new RolloutObserver({
    clock,
    isActive: () => flags().rollout?.status === 'running',
    isObserved(schoolId) {
      const facts = { allowed: realtimeAllowed, flags: flags(), schoolId };
      const { realtime, why } = decideRealtime({ ...facts, school: sayOf(schoolId) });
      return realtime === 'on' && why === 'percentage';
    },
  });
  const rollouts = new Rollouts({ store, bus, clock, realtimeAllowed });
  const node = random.bytes(8).toString('hex');
  const driver = new RolloutDriver({ node, store, clock, logger, observer, rollouts, flags });
  return { observer, driver, rollouts };
}
