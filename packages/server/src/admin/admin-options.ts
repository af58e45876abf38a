import type { Alerts } from '../alerts/alerts.js';
import type { Publisher } from '../content/publisher.js';
import type { FlagSwitch } from '../flags/flag-switch.js';
import type { Rollouts } from '../flags/rollout/rollouts.js';
import type { FleetStatus } from '../fleet/fleet-status.js';
import type { BodyDeadlines } from '../http/body-deadlines.js';
import type { Logger } from '../logging/logger.js';
import type { MediaFiles } from '../media/media-files.js';
import type { MediaLimits } from '../media/receive-media.js';
import type { Clock } from '../ports/clock.js';
import type { Random } from '../ports/random.js';
import type { Bindings } from '../screens/bindings.js';
import type { Pairings } from '../screens/pairings.js';
import type { ScreenCommands } from '../screens/screen-commands.js';
import type { SchoolIndex } from '../serving/school-index.js';
import type { Store } from '../store/store.js';
import type { Backups } from './backup-routes.js';

/** What the administrators' API stands on. */
export interface AdminOptions {
  readonly store: Store;
  readonly publisher: Publisher;
  readonly alerts: Alerts;
  readonly fleet: FleetStatus;
  readonly index: SchoolIndex;
  readonly bindings: Bindings;
  readonly pairings: Pairings;
  readonly flags: FlagSwitch;
  readonly rollouts: Rollouts;
  readonly commands: ScreenCommands;
  /** Absent: the store is one that is backed up by itself. */
  readonly backups: Backups | undefined;
  /** `DISPLAY_WS_ENABLED`. */
  readonly realtimeAllowed: boolean;
  readonly media: MediaFiles;
  readonly mediaLimits: MediaLimits;
  readonly bodies: BodyDeadlines;
  /** `AUDIT_MAX_ENTRIES`. */
  readonly auditMaxEntries: number;
  readonly clock: Clock;
  /** Makes administrators' keys, and the ids of new items. */
  readonly random: Random;
  readonly logger: Logger;
  /** How many proxies in front of the server are believed. */
  readonly trustProxy: number;
}
