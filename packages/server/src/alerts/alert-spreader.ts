import type { Bus } from '../bus/bus.js';
import type { Publisher } from '../content/publisher.js';
import type { Logger } from '../logging/logger.js';
import type { Clock } from '../ports/clock.js';
import type { Random } from '../ports/random.js';
import type { SchoolIndex } from '../serving/school-index.js';
import type { RaisedAlert } from '../store/raised-alert.js';
import type { Store } from '../store/store.js';
import { readAlertsForAll } from './alerts-for-all.js';

/** How often a node looks for schools that were left out, by a crash or by being new. */
const LOOK_AGAIN_MS = 5000;
/** Schools that one node publishes at once. */
const LANES = 4;

export interface AlertSpreaderOptions {
  readonly store: Store;
  readonly bus: Bus;
  readonly index: SchoolIndex;
  readonly publisher: Pick<Publisher, 'changeAlerts'>;
  readonly clock: Clock;
  /** Where each node begins among the schools, so that they share the work. */
  readonly random: Random;
  readonly logger: Logger;
}

/**
 * Brings the alerts for all schools to each of them, and takes those away that were cleared. What is
 * left to do shows in the schools themselves, so any node can finish what another began (ALERT-1).
 */
export class AlertSpreader {
  #cancel: () => void = () => undefined;
  #unsubscribe: () => void = () => undefined;
  #running: Promise<void> | undefined;
  #isAskedAgain = false;
  #closed = false;

  constructor(private readonly options: AlertSpreaderOptions) {}

  /** Spreads what is to be spread, and keeps doing so. */
  start(): void {
    this.#unsubscribe = this.options.bus.subscribe(({ schoolId, urgent }) => {
      if (schoolId === undefined && urgent) void this.spread();
    });
    void this.#repeat();
  }

  /** Idempotent. */
  close(): void {
    this.#closed = true;
    this.#unsubscribe();
    this.#cancel();
  }

  /** Resolves once every school has been tried with the alerts of now or later. Never rejects. */
  spread(): Promise<void> {
    this.#isAskedAgain = true;
    this.#running ??= this.#run();
    return this.#running;
  }

  async #repeat(): Promise<void> {
    await this.spread();
    if (this.#closed) return;
    this.#cancel = this.options.clock.setTimer(LOOK_AGAIN_MS, () => void this.#repeat());
  }

  async #run(): Promise<void> {
    while (this.#isAskedAgain && !this.#closed) {
      this.#isAskedAgain = false;
      try {
        await this.#toAll();
      } catch (error) {
        this.options.logger.warn('Alerts for all schools cannot be read; trying on', {
          reason: String(error),
        });
      }
    }
    // In the turn in which nothing more was asked: who asks in the next one starts anew.
    this.#running = undefined;
  }

  async #toAll(): Promise<void> {
    const { store, clock, index, random } = this.options;
    const nowMs = clock.wallMs();
    const alerts = await readAlertsForAll(store, nowMs);
    const behind = [...index.schools()]
      .filter(({ record }) => adjusted(lasting(record.alerts, nowMs), alerts) !== undefined)
      .map(({ record }) => record.id);
    const first = Math.floor(random.next() * behind.length);
    const left = [...behind.slice(first), ...behind.slice(0, first)];
    const lane = async (): Promise<void> => {
      for (let id = left.shift(); id !== undefined && !this.#closed; id = left.shift()) {
        await this.#toSchool(id);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  }

  async #toSchool(schoolId: string): Promise<void> {
    const { store, clock, publisher, logger } = this.options;
    try {
      // Read after the school: what it has then and the record has not was cleared.
      const { kind } = await publisher.changeAlerts(schoolId, async (held) =>
        adjusted(held, await readAlertsForAll(store, clock.wallMs())),
      );
      if (kind !== 'published' && kind !== 'unchanged') {
        logger.error('An alert for all schools cannot be shown by one', { schoolId, kind });
      }
    } catch (error) {
      const reason = String(error);
      logger.warn('An alert for all schools is late at one', { schoolId, reason });
    }
  }
}

/** Without those that are over: no publish has to remove them. */
function lasting(alerts: readonly RaisedAlert[] = [], nowMs: number): readonly RaisedAlert[] {
  return alerts.filter(({ expiresAt }) => expiresAt > nowMs);
}

/** @returns a school's alerts as they should be, or `undefined` if they are. */
function adjusted(
  held: readonly RaisedAlert[],
  forAll: readonly RaisedAlert[],
): readonly RaisedAlert[] | undefined {
  const own = held.filter((alert) => alert.forAll === undefined);
  const ids = (alerts: readonly RaisedAlert[]) => alerts.map(({ id }) => id).join(' ');
  const isRight = ids(held.filter((alert) => alert.forAll)) === ids(forAll);
  return isRight ? undefined : [...own, ...forAll];
}
