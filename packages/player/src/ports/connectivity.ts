import type { Cancel } from './clock.js';

/** What the device says of itself; hints only, never trusted (POLL-6). */
export type ConnectivityHint =
  /** The network is said to be back. */
  | 'online'
  /** The page became visible again, or was restored. */
  | 'wake';

export interface Connectivity {
  /** @returns unsubscribes. */
  subscribe(listener: (hint: ConnectivityHint) => void): Cancel;
}
