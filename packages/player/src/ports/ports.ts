import type { Clock } from './clock.js';
import type { Connectivity } from './connectivity.js';
import type { DeviceIdentity } from './device-identity.js';
import type { InvalidationChannel } from './invalidation-channel.js';
import type { Logger } from './logger.js';
import type { MediaSource } from './media-source.js';
import type { MediaStore } from './media-store.js';
import type { Random } from './random.js';
import type { SnapshotSource } from './snapshot-source.js';
import type { SnapshotStore } from './snapshot-store.js';

/** Everything outside the core that the core needs, and nothing else. */
export interface Ports {
  readonly clock: Clock;
  readonly random: Random;
  readonly source: SnapshotSource;
  readonly store: SnapshotStore;
  readonly media: MediaSource;
  readonly mediaStore: MediaStore;
  readonly channel: InvalidationChannel;
  readonly connectivity: Connectivity;
  readonly identity: DeviceIdentity;
  readonly logger: Logger;
}

/** What a screen paints and polls by; the others may come later (PAGE-3). */
export type EarlyPorts = Omit<Ports, 'channel' | 'media' | 'mediaStore'>;
