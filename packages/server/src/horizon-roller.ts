import type { Publisher } from './content/publisher.js';
import type { Logger } from './logging/logger.js';
import type { Clock } from './ports/clock.js';
import type { SchoolIndex } from './serving/school-index.js';
import type { SchoolRecord } from './store/records.js';

export interface HorizonRollerOptions {
  readonly index: SchoolIndex;
  readonly publisher: Pick<Publisher, 'rollHorizon' | 'nextRollAtMs'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Timers cannot be longer than 2^31 ms; and a clock that was set is noticed within this time. */
const LOOK_AGAIN_MS = 60_000;

/**
 * Rolls the horizon of every school's program in its night (SNAP-6), and once at the start, since a
 * server that was off may have missed nights.
 */
export class HorizonRoller {
  /** When each school is due, ms since the epoch. */
  readonly #due = new Map<string, number>();
  #cancel: () => void = () => undefined;
  #closed = false;

  constructor(private readonly options: HorizonRollerOptions) {}

  /** Rolls what is due and keeps doing so. Never rejects. */
  async start(): Promise<void> {
    for (const { record } of [...this.options.index.schools()]) {
      if (this.#closed) return;
      const dueAtMs = this.#due.get(record.id);
      if (dueAtMs === undefined || dueAtMs <= this.options.clock.wallMs()) await this.#roll(record);
    }
    if (this.#closed) return;
    this.#cancel = this.options.clock.setTimer(LOOK_AGAIN_MS, () => void this.start());
  }

  /** Idempotent. */
  close(): void {
    this.#closed = true;
    this.#cancel();
  }

  async #roll(school: SchoolRecord): Promise<void> {
    const { publisher, logger } = this.options;
    const schoolId = school.id;
    try {
      const { kind } = await publisher.rollHorizon(schoolId);
      if (kind === 'published') logger.info('The horizon was rolled', { schoolId });
      else if (kind !== 'current') logger.error('The horizon cannot be rolled', { schoolId, kind });
      this.#due.set(schoolId, publisher.nextRollAtMs(school));
    } catch (error) {
      logger.warn('The horizon could not be rolled; the next minute tries again', {
        schoolId,
        reason: String(error),
      });
    }
  }
}
