import type { ScreenName } from './fleet-screen.js';

/** What the test asks of a process of screens; each is answered with a report. */
export type Order =
  /** Mounts screens, so many a second. */
  | {
      readonly kind: 'install';
      readonly screens: readonly ScreenName[];
      readonly perSecond: number;
    }
  /** Where requests and sockets go from now on, as a balancer would decide. */
  | { readonly kind: 'route'; readonly url: string }
  /** All at once. What is stored on the devices stays. */
  | { readonly kind: 'power'; readonly on: boolean }
  | { readonly kind: 'report' };

/** What happened to a process's screens since its last report, and how they are. */
export interface FleetReport {
  /** Wall clock, ms, of all that happened. */
  readonly happened: {
    /** Requests that left. */
    readonly sent: readonly (readonly [atMs: number])[];
    /** Sockets that were welcomed. */
    readonly welcomed: readonly (readonly [atMs: number])[];
    /** By school: an invalidate came. */
    readonly told: readonly (readonly [atMs: number, school: number])[];
    /** By school: another revision was shown. */
    readonly shown: readonly (readonly [atMs: number, school: number, revision: string])[];
    /** Sockets that ended, with their code. */
    readonly closed: readonly (readonly [atMs: number, code: number])[];
  };
  /** Refreshes that failed, by reason. */
  readonly failed: Readonly<Record<string, number>>;
  /** How often a screen that showed content showed none after it. */
  readonly blanked: number;
  /** The longest that the process's own timers were late, ms. */
  readonly lateMs: number;
  readonly screens: {
    readonly installed: number;
    readonly showing: number;
    readonly joined: number;
    /** Told by their last poll, or by a socket's close, that realtime is off. */
    readonly withoutRealtime: number;
    /** Neither asking nor about to within 45 s (P-3). */
    readonly idle: number;
  };
}
