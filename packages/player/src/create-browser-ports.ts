import { createBrowserClock } from './adapters/browser-clock.js';
import { createBrowserConnectivity } from './adapters/browser-connectivity.js';
import { createBrowserDeviceIdentity } from './adapters/browser-device-identity.js';
import { createBrowserRandom } from './adapters/browser-random.js';
import { createConsoleLogger } from './adapters/console-logger.js';
import { createDevicePlaces, type DevicePlaces } from './adapters/device-places.js';
import { readError } from './adapters/http-answer.js';
import { createHttpMessageSource } from './adapters/http-message-source.js';
import { createHttpPairingSource } from './adapters/http-pairing-source.js';
import { createHttpReportSink } from './adapters/http-report-sink.js';
import { createHttpSnapshotSource } from './adapters/http-snapshot-source.js';
import { createLadderSnapshotStore } from './adapters/ladder-snapshot-store.js';
import { checksum } from './core/checksum.js';
import type { CreateExtraPorts } from './extra-ports.js';
import type { PlayerPorts } from './player-options.js';

export interface BrowserPortsOptions {
  readonly token: string;
  /** Without a slash at its end. */
  readonly serverUrl: string;
  /** Used in place of the browser's. */
  readonly replaced: Partial<PlayerPorts>;
  readonly places: DevicePlaces | undefined;
  readonly sharesDevice: boolean;
  readonly createExtraPorts: CreateExtraPorts;
}

/** Everything outside the core, from the browser. */
export function createBrowserPorts(options: BrowserPortsOptions): PlayerPorts {
  const { token, serverUrl, replaced, sharesDevice, createExtraPorts } = options;
  const clock = replaced.clock ?? createBrowserClock();
  const random = replaced.random ?? createBrowserRandom();
  const logger = replaced.logger ?? createConsoleLogger();
  const places = options.places ?? createDevicePlaces(clock);
  const { database, cache, local } = places;
  const owner = checksum(token);
  return {
    ...createExtraPorts({
      clock,
      logger,
      serverUrl,
      owner,
      local,
      mediaPlaces: places.forMedia,
      sharesDevice,
      readError,
      replaced,
    }),
    clock,
    random,
    logger,
    messages: replaced.messages ?? createHttpMessageSource(clock),
    pairing: replaced.pairing ?? createHttpPairingSource({ serverUrl, clock }),
    reports: replaced.reports ?? createHttpReportSink({ serverUrl, clock }),
    source: replaced.source ?? createHttpSnapshotSource({ serverUrl, clock }),
    connectivity: replaced.connectivity ?? createBrowserConnectivity(clock),
    store:
      replaced.store ??
      createLadderSnapshotStore({
        owner,
        clock,
        logger,
        database,
        cache,
        local,
        sharesDevice,
      }),
    identity:
      replaced.identity ??
      createBrowserDeviceIdentity({ clock, random, places: places.forIdentity }),
  };
}
