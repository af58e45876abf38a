import type { Cancel } from '../ports/clock.js';
import type { Connectivity, ConnectivityHint } from '../ports/connectivity.js';

/** Hints that are given by hand. */
export class ManualConnectivity implements Connectivity {
  private readonly listeners = new Set<(hint: ConnectivityHint) => void>();

  subscribe(listener: (hint: ConnectivityHint) => void): Cancel {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  emit(hint: ConnectivityHint): void {
    for (const listener of this.listeners) listener(hint);
  }
}
