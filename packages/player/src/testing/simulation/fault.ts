import type { ConnectivityHint } from '../../ports/connectivity.js';
import type { RequestFault, SocketFault } from '../faults.js';
import type { StorageFault } from '../in-memory-snapshot-store.js';

/** What becomes of a write that a power cut interrupts. */
export type WriteEnding = 'lost' | 'torn' | 'written';

/** What befalls a screen. One with `forMs` ends by itself. */
export type ScreenMishap =
  /** Open sockets break, and nothing gets through. */
  | { readonly kind: 'offline'; readonly forMs: number }
  | { readonly kind: 'requests'; readonly fault: RequestFault; readonly forMs: number }
  /** Each request is lost with this probability, in [0, 1]. */
  | { readonly kind: 'loss'; readonly share: number; readonly forMs: number }
  /** @param latencyMs one way. */
  | { readonly kind: 'latency'; readonly latencyMs: number; readonly forMs: number }
  | { readonly kind: 'sockets'; readonly fault: SocketFault; readonly forMs: number }
  /** The device's storage, that of its identity included, misbehaves. */
  | { readonly kind: 'storage'; readonly fault: StorageFault; readonly forMs: number }
  /** Files do not come, or not as they are. */
  | { readonly kind: 'media'; readonly fault: RequestFault; readonly forMs: number }
  /** The place for files misbehaves, and no other. */
  | { readonly kind: 'media-storage'; readonly fault: StorageFault; readonly forMs: number }
  /** The device loses every file, or half of each. */
  | { readonly kind: 'spoil-media'; readonly how: 'forgotten' | 'truncated' }
  /** The browser's data are cleared. */
  | { readonly kind: 'forget' }
  /** The newest stored copy goes bad: `altered` is still well-formed, and says something else. */
  | { readonly kind: 'corrupt'; readonly how: 'truncated' | 'altered' }
  /** Everything on the device stops, the monotonic clock too. */
  | { readonly kind: 'sleep'; readonly forMs: number }
  /** The page's timers stop. */
  | { readonly kind: 'suspend'; readonly forMs: number }
  | { readonly kind: 'jump-wall'; readonly byMs: number }
  | { readonly kind: 'hint'; readonly hint: ConnectivityHint }
  /**
   * The device is without power for `forMs`. It dies between two effects: after the next one, or
   * the next write, the `afterEffects` following are still run.
   */
  | {
      readonly kind: 'power-cut';
      readonly awaits: 'anything' | 'write';
      readonly afterEffects: number;
      readonly write: WriteEnding;
      readonly forMs: number;
    };

/** What happens at the server, and so to every screen. */
export type ServerMishap =
  /** @param isTold false where the word of it is lost on the way to the sockets. */
  | { readonly kind: 'publish'; readonly isTold: boolean; readonly isUrgent: boolean }
  /** The process ends, and another starts after `forMs`. */
  | { readonly kind: 'server-restart'; readonly forMs: number }
  | { readonly kind: 'realtime-off'; readonly forMs: number };

/** One line of a fault script. */
export type Fault =
  | {
      /** After the start of the run. */
      readonly atMs: number;
      /** Whom it befalls: a screen's number, from 0. */
      readonly screen: number | 'all';
      readonly mishap: ScreenMishap;
    }
  | { readonly atMs: number; readonly screen: 'server'; readonly mishap: ServerMishap };

/** All that goes wrong in a run. It is data: removing a line changes nothing about the others. */
export type FaultScript = readonly Fault[];
