import type { Logger } from '../../logging/logger.js';
import type { Clock } from '../../ports/clock.js';
import type { FlagsRecord } from '../../store/flag-records.js';
import type { Store } from '../../store/store.js';
import type { RolloutObserver } from './rollout-observer.js';
import type { Rollouts } from './rollouts.js';
import { WINDOW_MS } from './window.js';

/** How often nodes report, and the one with the lease judges. */
export const ROLLOUT_STEP_MS = 15_000;

/** A node that died keeps the lease for this long; then another goes on. */
export const ROLLOUT_LEASE_MS = 60_000;

/** Reports of nodes that are gone count until their minutes are too old for any window. */
const FORGET_MS = 2 * WINDOW_MS;

export interface RolloutDriverOptions {
  /** Names this process among all. */
  readonly node: string;
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly observer: RolloutObserver;
  readonly rollouts: Rollouts;
  /** The flags as this node knows them. */
  readonly flags: () => FlagsRecord;
}

/** While a rollout runs: reports what this node sees, and judges it all if the lease is this node's. */
export class RolloutDriver {
  #cancel: () => void = () => undefined;
  #closed = false;

  constructor(private readonly options: RolloutDriverOptions) {}

  /** Begins to look every `ROLLOUT_STEP_MS`. */
  start(): void {
    const { clock } = this.options;
    this.#cancel = clock.setTimer(ROLLOUT_STEP_MS, () => {
      void this.#step().then(() => {
        if (!this.#closed) this.start();
      });
    });
  }

  /** Idempotent. A lease that is held runs out by itself. */
  close(): void {
    this.#closed = true;
    this.#cancel();
  }

  /** Never rejects: what fails is tried again at the next step. */
  async #step(): Promise<void> {
    if (this.options.flags().rollout?.status !== 'running') return;
    try {
      await this.#drive();
    } catch (error) {
      this.options.logger.warn('The rollout could not be looked after; the next step will', {
        reason: String(error),
      });
    }
  }

  async #drive(): Promise<void> {
    const { node, store, clock, logger, observer, rollouts } = this.options;
    const nowMs = clock.wallMs();
    const slices = [...observer.slices()];
    await store.reportObservations({ node, atMs: nowMs, slices }, nowMs - FORGET_MS);
    const durationMs = ROLLOUT_LEASE_MS;
    if (!(await store.takeRolloutLease({ node, nowMs, durationMs }))) return;
    const { rollout } = await rollouts.observe(await store.observations());
    if (rollout?.status === 'halted') {
      logger.error('The rollout was halted; its last stage is off', { why: rollout.why });
    }
  }
}
