import type { Publisher } from '../content/publisher.js';
import type { RealtimeSwitch } from '../flags/realtime-switch.js';
import type { Logger } from '../logging/logger.js';
import type { Clock } from '../ports/clock.js';
import type { Random } from '../ports/random.js';
import type { Bindings } from '../screens/bindings.js';
import type { Pairings } from '../screens/pairings.js';
import type { ScreenCommands } from '../screens/screen-commands.js';
import type { Store } from '../store/store.js';

/** What the administrators' API stands on. */
export interface AdminOptions {
  readonly store: Store;
  readonly publisher: Publisher;
  readonly bindings: Bindings;
  readonly pairings: Pairings;
  readonly realtime: RealtimeSwitch;
  readonly commands: ScreenCommands;
  /** `DISPLAY_WS_ENABLED`. */
  readonly realtimeAllowed: boolean;
  /** `AUDIT_MAX_ENTRIES`. */
  readonly auditMaxEntries: number;
  readonly clock: Clock;
  /** Makes administrators' keys. */
  readonly random: Random;
  readonly logger: Logger;
  /** How many proxies in front of the server are believed. */
  readonly trustProxy: number;
}
