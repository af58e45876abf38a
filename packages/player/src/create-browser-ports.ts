import { createBrowserClock } from './adapters/browser-clock.js';
import { createBrowserConnectivity } from './adapters/browser-connectivity.js';
import { createBrowserDeviceIdentity } from './adapters/browser-device-identity.js';
import { createBrowserRandom } from './adapters/browser-random.js';
import { createConsoleLogger } from './adapters/console-logger.js';
import { createDevicePlaces, type DevicePlaces } from './adapters/device-places.js';
import { createHttpMessageSource } from './adapters/http-message-source.js';
import { createHttpReportSink } from './adapters/http-report-sink.js';
import { createHttpSnapshotSource } from './adapters/http-snapshot-source.js';
import { createLadderSnapshotStore } from './adapters/ladder-snapshot-store.js';
import { checksum } from './core/checksum.js';
import type { ExtraPorts, ExtraPortsOptions } from './extra-ports.js';
import type { PlayerPorts } from './player-options.js';

export interface BrowserPortsOptions {
  readonly token: string;
  /** Without a slash at its end. */
  readonly serverUrl: string;
  /** Used in place of the browser's. */
  readonly replaced: Partial<PlayerPorts>;
  readonly places: DevicePlaces | undefined;
  readonly sharesDevice: boolean;
}

/** What a screen paints and polls by. */
export type EarlyPlayerPorts = Omit<PlayerPorts, keyof ExtraPorts>;

/** What it paints and polls by, from the browser, and what the other ports are made of. */
export function createBrowserPorts(options: BrowserPortsOptions): {
  readonly ports: EarlyPlayerPorts;
  readonly forExtras: ExtraPortsOptions;
} {
  const { token, serverUrl, replaced, sharesDevice } = options;
  const clock = replaced.clock ?? createBrowserClock();
  const random = replaced.random ?? createBrowserRandom();
  const logger = replaced.logger ?? createConsoleLogger();
  const places = options.places ?? createDevicePlaces(clock);
  const { local, forMedia: mediaPlaces, forIdentity } = places;
  const owner = checksum(token);
  const shared = { clock, logger, owner, local, sharesDevice };
  const ports = {
    clock,
    random,
    logger,
    messages: replaced.messages ?? createHttpMessageSource(clock),
    reports: replaced.reports ?? createHttpReportSink({ serverUrl, clock }),
    source: replaced.source ?? createHttpSnapshotSource({ serverUrl, clock }),
    connectivity: replaced.connectivity ?? createBrowserConnectivity(clock),
    store: replaced.store ?? createLadderSnapshotStore({ ...shared, ...places }),
    identity:
      replaced.identity ?? createBrowserDeviceIdentity({ clock, random, places: forIdentity }),
  };
  return { ports, forExtras: { ...shared, serverUrl, mediaPlaces, replaced } };
}
