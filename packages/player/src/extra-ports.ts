import { PATHS } from '@hallboard/shared';
import {
  type BlobPlace,
  createCacheBlobPlace,
  createDatabaseBlobPlace,
} from './adapters/blob-place.js';
import { createBrowserMediaStore } from './adapters/browser-media-store.js';
import { createBrowserSpeaker } from './adapters/browser-speaker.js';
import { createHttpMediaSource } from './adapters/http-media-source.js';
import { createHttpPairingSource } from './adapters/http-pairing-source.js';
import type { KeyValue } from './adapters/key-value.js';
import { createReconnectingChannel } from './adapters/reconnecting-channel.js';
import type { PlayerPorts } from './player-options.js';
import type { Clock } from './ports/clock.js';
import type { Logger } from './ports/logger.js';

/** What a screen can paint and poll without. */
export type ExtraPorts = Pick<
  PlayerPorts,
  'channel' | 'media' | 'mediaStore' | 'speaker' | 'pairing'
>;

export interface ExtraPortsOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  /** Without a slash at its end. */
  readonly serverUrl: string;
  /** Whose files are kept: a hash of the token. */
  readonly owner: string;
  readonly local: KeyValue;
  /** Where files are kept, best first. */
  readonly mediaPlaces: readonly BlobPlace[] | undefined;
  /** Whether what other tokens have stored is theirs to keep. */
  readonly sharesDevice: boolean;
  /** Used in place of the browser's. */
  readonly replaced: Partial<ExtraPorts>;
}

/** Where this browser keeps files, best first (STORE-4). */
export function createMediaPlaces(): readonly BlobPlace[] {
  return [createCacheBlobPlace(), createDatabaseBlobPlace()];
}

/** Sockets, files, sounds and pairing, from the browser. */
export function createExtraPorts(options: ExtraPortsOptions): ExtraPorts {
  const { clock, logger, serverUrl, owner, local, sharesDevice, replaced } = options;
  const { mediaPlaces = createMediaPlaces() } = options;
  const files = createBrowserMediaStore({
    owner,
    places: mediaPlaces,
    sharesDevice,
    local,
    logger,
  });
  return {
    speaker: replaced.speaker ?? createBrowserSpeaker({ clock, logger, blob: files.blob }),
    channel:
      replaced.channel ??
      createReconnectingChannel({ url: serverUrl.replace(/^http/, 'ws') + PATHS.socket }),
    media: replaced.media ?? createHttpMediaSource({ serverUrl }),
    mediaStore: replaced.mediaStore ?? files,
    pairing: replaced.pairing ?? createHttpPairingSource({ serverUrl, clock }),
  };
}
