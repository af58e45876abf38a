import type { Bus } from '../../bus/bus.js';
import type { Clock } from '../../ports/clock.js';
import type { FlagsRecord } from '../../store/flag-records.js';
import type { ObservationRecord } from '../../store/observation-records.js';
import type { Store } from '../../store/store.js';
import type { Author } from '../author.js';
import { positionOf } from '../position.js';
import { updateFlags } from '../update-flags.js';
import { applyRollout, RolloutRefusedError } from './apply-rollout.js';
import type { RolloutEvent } from './transition.js';

export interface RolloutsOptions {
  readonly store: Store;
  readonly bus: Bus;
  readonly clock: Clock;
  /** `DISPLAY_WS_ENABLED`. */
  readonly realtimeAllowed: boolean;
}

/**
 * Takes the rollout of realtime through its stages (FLAG-3). Every step is one conditional write, so
 * it does not matter which node takes it.
 */
export class Rollouts {
  constructor(private readonly options: RolloutsOptions) {}

  /**
   * Begins at the first stage that adds a school to those that are on.
   *
   * @throws RolloutRefusedError, also where realtime is switched off for all or on by default.
   * @throws StoreUnavailableError if nothing was changed.
   */
  start(author: Author): Promise<FlagsRecord> {
    return this.#step({ kind: 'start' }, author);
  }

  /** Goes to the next stage before its time. @throws as `start`. */
  advance(author: Author): Promise<FlagsRecord> {
    return this.#step({ kind: 'advance' }, author);
  }

  /** Switches the last stage off. @throws as `start`. */
  halt(author: Author): Promise<FlagsRecord> {
    const by = `Halted by ${author.by}`;
    const why = author.why === undefined ? by : `${by}: ${author.why}`;
    return this.#step({ kind: 'halt', why }, author);
  }

  /** Judges what the nodes have seen. @throws StoreUnavailableError if nothing was changed. */
  observe(reports: readonly ObservationRecord[]): Promise<FlagsRecord> {
    return this.#step({ kind: 'observed', reports }, { by: 'rollout' });
  }

  /** How far a percentage reaches, of the schools without a say of their own. */
  async reach(percentage: number | null): Promise<{ readonly on: number; readonly of: number }> {
    const positions = await this.#positions();
    const on = positions.filter((position) => position < (percentage ?? 0)).length;
    return { on, of: positions.length };
  }

  async #step(event: RolloutEvent, author: Author): Promise<FlagsRecord> {
    const { store, bus, clock } = this.options;
    const positions = await this.#positions();
    const { flags, isWritten } = await updateFlags(store, (current) => {
      if (event.kind === 'start') this.#assertUseful(current);
      const facts = { nowMs: clock.wallMs(), positions };
      return applyRollout(current, event, author, facts);
    });
    if (isWritten) bus.publish({ urgent: false });
    return flags;
  }

  /** A rollout of what nothing or everything has would observe nothing. */
  #assertUseful({ isKilled, percentage, fallback }: FlagsRecord): void {
    if (!this.options.realtimeAllowed) {
      throw new RolloutRefusedError('DISPLAY_WS_ENABLED=false switches realtime off for all');
    }
    if (isKilled) throw new RolloutRefusedError('The kill switch is on');
    if (percentage === null && fallback === 'on') {
      throw new RolloutRefusedError('Realtime is on by default: there is nothing to roll out');
    }
  }

  /** By the store: what this node serves from may be a moment behind what was just set. */
  async #positions(): Promise<readonly number[]> {
    return (await this.options.store.schools())
      .filter(({ realtime }) => realtime === undefined)
      .map(({ id }) => positionOf(id));
  }
}
