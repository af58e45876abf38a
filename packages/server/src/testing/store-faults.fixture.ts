import type { Store } from '../store/store.js';
import { StoreUnavailableError } from '../store/store-unavailable-error.js';

/** Stands before a store: counts what it is asked, and answers for it when it is down. */
export class StoreFaults {
  /** While `true`, every method rejects with `StoreUnavailableError`. */
  down = false;
  /** Names of methods that reject so in any case. */
  readonly refused = new Set<string>();
  /** Names of the methods that were called, in order. */
  readonly calls: string[] = [];

  wrap(store: Store): Store {
    return new Proxy(store, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        return (...values: unknown[]): unknown => {
          this.calls.push(String(name));
          if (this.down || this.refused.has(String(name)))
            return Promise.reject(new StoreUnavailableError('down'));
          return Reflect.apply(method, target, values);
        };
      },
    });
  }

  /** How often a method was called so far. */
  count(name: keyof Store): number {
    return this.calls.filter((call) => call === name).length;
  }
}
