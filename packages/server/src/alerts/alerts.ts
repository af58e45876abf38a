import type { Bus } from '../bus/bus.js';
import type { Invalid, Unchanged } from '../content/publish-results.js';
import type { Written } from '../content/publish-writer.js';
import type { Publisher } from '../content/publisher.js';
import type { Clock } from '../ports/clock.js';
import type { Random } from '../ports/random.js';
import type { RaisedAlert } from '../store/raised-alert.js';
import type { Store } from '../store/store.js';
import { readAlert } from './alert-input.js';
import { changeAlertsForAll, readAlertsForAll } from './alerts-for-all.js';

export interface AlertsOptions {
  readonly store: Store;
  readonly bus: Bus;
  readonly publisher: Pick<Publisher, 'changeAlerts'>;
  readonly clock: Clock;
  /** Makes alerts' ids. */
  readonly random: Random;
}

interface AlertSet {
  readonly kind: 'set';
  readonly alert: RaisedAlert;
}

/** The alert is one for all schools, so none of them can clear it. */
interface ForAll {
  readonly kind: 'for-all';
}

type NotPublished = Exclude<Written, { readonly kind: 'published' }>;

/**
 * Sets and clears alerts, which every screen shows at once and until they expire (ALERT-1, ALERT-2).
 * Every method rejects with `StoreUnavailableError` when the store cannot answer.
 */
export interface Alerts {
  /** @param input as `readAlert` has it. */
  set(schoolId: string, input: unknown): Promise<AlertSet | NotPublished>;
  /** `unchanged`: there is no such alert. */
  clear(schoolId: string, alertId: string): Promise<Written | Unchanged | ForAll>;
  /** Sets an alert for every school, those that are added later too; the nodes bring it there. */
  setForAll(input: unknown): Promise<AlertSet | Invalid>;
  /** @returns `false` if there is no such alert. */
  clearForAll(alertId: string): Promise<boolean>;
  /** Those for all schools that are not over. */
  forAll(): Promise<readonly RaisedAlert[]>;
}

export function createAlerts({ store, bus, publisher, clock, random }: AlertsOptions): Alerts {
  const read = (input: unknown) =>
    readAlert(input, `alert-${random.bytes(8).toString('hex')}`, clock.wallMs());
  const changeForAll = async (change: Parameters<typeof changeAlertsForAll>[2]) => {
    const isChanged = await changeAlertsForAll(store, clock.wallMs(), change);
    // Every node takes its share in bringing it to the schools.
    if (isChanged) bus.publish({ urgent: true });
    return isChanged;
  };

  return {
    async set(schoolId, input) {
      const alert = read(input);
      if (!alert.ok) return { kind: 'invalid', violations: alert.violations };
      const result = await publisher.changeAlerts(schoolId, (held) => [...held, alert.value]);
      if (result.kind === 'published') return { kind: 'set', alert: alert.value };
      if (result.kind === 'unchanged') throw new Error('an alert that is added is a change');
      return result;
    },

    async clear(schoolId, alertId) {
      let isForAll = false;
      const result = await publisher.changeAlerts(schoolId, (held) => {
        const alert = held.find(({ id }) => id === alertId);
        isForAll = alert?.forAll === true;
        return alert === undefined || isForAll ? undefined : held.filter((one) => one !== alert);
      });
      return isForAll ? { kind: 'for-all' } : result;
    },

    async setForAll(input) {
      const checked = read(input);
      if (!checked.ok) return { kind: 'invalid', violations: checked.violations };
      const alert = { ...checked.value, forAll: true } as const;
      await changeForAll((held) => [...held, alert]);
      return { kind: 'set', alert };
    },

    clearForAll: (alertId) =>
      changeForAll((held) =>
        held.some(({ id }) => id === alertId) ? held.filter(({ id }) => id !== alertId) : undefined,
      ),

    forAll: () => readAlertsForAll(store, clock.wallMs()),
  };
}
