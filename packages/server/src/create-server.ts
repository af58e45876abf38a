import type { AddressInfo } from 'node:net';
import type { Backups } from './admin/backup-routes.js';
import { AlertSpreader } from './alerts/alert-spreader.js';
import { createAlerts } from './alerts/alerts.js';
import type { Bus } from './bus/bus.js';
import type { Config } from './config.js';
import { createPublisher, type Publisher } from './content/publisher.js';
import { createApp } from './create-app.js';
import { DisplayApi } from './display/display-api.js';
import { PairingApi } from './display/pairing-api.js';
import { createFlagSwitch } from './flags/flag-switch.js';
import { createRollout } from './flags/rollout/create-rollout.js';
import { createFleetStatus } from './fleet/fleet-status.js';
import { ScreenWatch } from './fleet/screen-watch.js';
import { SilenceWatch } from './fleet/silence-watch.js';
import { drainGateway } from './gateway/drain-gateway.js';
import { Gateway } from './gateway/gateway.js';
import { Upgrades } from './gateway/upgrades.js';
import { HorizonRoller } from './horizon-roller.js';
import { BodyDeadlines } from './http/body-deadlines.js';
import {
  type Certificate,
  closeHttp,
  createHttpServer,
  listen,
  renewCertificate,
} from './http/http-server.js';
import { ignoreUpgrade, wantsWebSocket } from './http/ignore-upgrade.js';
import { createOriginPolicy } from './http/origin-policy.js';
import { createRequestIds } from './http/request-ids.js';
import type { Logger } from './logging/logger.js';
import type { MediaFiles } from './media/media-files.js';
import { Metrics } from './metrics/metrics.js';
import { combineObservers } from './observers.js';
import type { Clock } from './ports/clock.js';
import type { Notifier } from './ports/notifier.js';
import type { Random } from './ports/random.js';
import { createBindings } from './screens/bindings.js';
import { createPairings } from './screens/pairings.js';
import { createScreenCommands } from './screens/screen-commands.js';
import { EphemeralOwners } from './serving/ephemeral-owners.js';
import { SchoolIndex } from './serving/school-index.js';
import { ScreenAccess } from './serving/screen-access.js';
import type { Store } from './store/store.js';

/** What a server is made of. The caller keeps store, bus and media, and closes them. */
export interface ServerOptions {
  readonly config: Config;
  readonly store: Store;
  readonly bus: Bus;
  readonly media: MediaFiles;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  /** Where the player's build left its page; `SHELL_DIR` beats it. */
  readonly shellDir: string;
  /** Where the player's build left what pages of others embed. */
  readonly embedDir: string;
  /** Of an embedded store. @default none: the store is one that is backed up by itself. */
  readonly backups?: Backups | undefined;
  /** Who is told of silent screens (OBS-4). @default nobody */
  readonly notifiers?: readonly Notifier[];
  /** Absent: plain HTTP. */
  readonly certificate?: Certificate | undefined;
  /** @default 25 000 */
  readonly heartbeatMs?: number;
}

/** A server that is ready to listen. */
export interface HallboardServer {
  readonly publisher: Publisher;
  readonly index: SchoolIndex;
  readonly gateway: Gateway;
  /**
   * @param port 0 takes any free one.
   * @returns where it listens.
   * @throws the system's error, such as `EADDRINUSE`.
   */
  listen(port: number, host: string): Promise<AddressInfo>;
  /** For a server that has a certificate; open connections go on with the old one. */
  renewCertificate(certificate: Certificate): void;
  /** Sends the screens away over seconds and takes no new ones, then closes (SRV-6). Idempotent. */
  drain(): Promise<void>;
  /** Ends everything at once. Idempotent. */
  close(): Promise<void>;
}

/**
 * Puts the server together. It resolves once the store has been read, or could not be: then it is
 * live but not ready, and keeps trying (SRV-9).
 */
export async function createServer(options: ServerOptions): Promise<HallboardServer> {
  const { config, store, bus, media, clock, random, logger } = options;
  const { realtimeAllowed, allowMultiDevice, trustProxy } = config;
  const nextRequestId = createRequestIds(random);
  const publisher = createPublisher({ store, bus, media, clock, random });
  const pairings = createPairings({ store, bus, clock, random });
  const index = new SchoolIndex({ store, bus, clock, logger });
  const isOfAnySchool = (origin: string): boolean => index.isEmbedOrigin(origin);
  const origins = createOriginPolicy({ ...config, isOfAnySchool });
  const metrics = new Metrics(
    () => gateway.counts,
    () => ({ store: index.storeAnswers && watch.storeTakes, bus: bus.isConnected }),
    () => index.flags.rollout,
  );
  const rollout = createRollout({
    store,
    bus,
    clock,
    random,
    logger,
    realtimeAllowed,
    flags: () => index.flags,
    sayOf: (schoolId) => index.school(schoolId)?.record.realtime,
  });
  const observer = combineObservers(metrics, rollout.observer);
  const watch = new ScreenWatch({ store, index, clock, logger });
  const owners = new EphemeralOwners({
    index,
    clock,
    lastSeenMs: async ({ record }) =>
      (await watch.sightsOf(record.schoolId)).get(record.id)?.lastSeenMs,
  });
  const access = new ScreenAccess({
    index,
    store,
    clock,
    allowMultiDevice,
    hasLapsed: (screen, deviceId) => owners.hasLapsed(screen, deviceId),
    onRefused: ({ record }) => rollout.observer.refused(record),
  });
  const fleet = createFleetStatus({ index, watch, clock });
  const silence = new SilenceWatch({
    store,
    index,
    fleet,
    notifiers: options.notifiers ?? [],
    digestMs: config.digestMinutes * 60_000,
    clock,
    random,
    logger,
  });
  const display = new DisplayApi({
    index,
    access,
    media,
    origins,
    clock,
    logger,
    realtimeAllowed,
    trustProxy,
    nextRequestId,
    observer,
    witness: watch,
  });
  const pairing = new PairingApi({
    pairings,
    origins,
    clock,
    logger,
    trustProxy,
    nextRequestId,
    publicUrl: config.publicUrl,
  });
  const gateway = new Gateway({
    bus,
    index,
    access,
    clock,
    random,
    logger,
    observer,
    realtimeAllowed,
    allowMultiDevice,
    maxSockets: config.maxSockets,
    maxSocketsPerSchool: config.maxSocketsPerSchool,
    nodes: () => bus.nodes,
    ...(options.heartbeatMs === undefined ? {} : { heartbeatMs: options.heartbeatMs }),
  });
  const upgrades = new Upgrades({
    gateway,
    origins,
    trustProxy,
    clock,
    maxUpgradesPerSecond: config.maxUpgradesPerSecond,
  });
  const spreader = new AlertSpreader({ store, bus, index, publisher, clock, random, logger });
  const bodies = new BodyDeadlines(clock);
  const roller = new HorizonRoller({ index, publisher, clock, logger });
  let isDraining = false;
  const app = createApp({
    store,
    origins,
    publisher,
    fleet,
    alerts: createAlerts({ store, bus, publisher, clock, random }),
    index,
    bindings: createBindings({ store, bus, clock, random }),
    pairings,
    flags: createFlagSwitch({ store, bus, clock }),
    rollouts: rollout.rollouts,
    commands: createScreenCommands({ store, bus, random }),
    backups: options.backups,
    realtimeAllowed,
    media,
    mediaLimits: {
      maxImageBytes: config.mediaMaxImageBytes,
      maxVideoBytes: config.mediaMaxVideoBytes,
      maxSchoolBytes: config.mediaMaxSchoolBytes,
    },
    bodies,
    auditMaxEntries: config.auditMaxEntries,
    clock,
    random,
    logger,
    trustProxy,
    headers: { ...config, embedOrigins: () => index.embedOrigins() },
    metrics,
    metricsKey: config.metricsKey,
    nextRequestId,
    isReady: () => index.ready && !isDraining,
    shellDir: config.shellDir ?? options.shellDir,
    embedDir: options.embedDir,
    isShellWorkerRemoved: config.shellWorker === 'remove',
  });
  const http = createHttpServer((request, response) => {
    bodies.watch(request);
    if (display.handle(request, response) || pairing.handle(request, response)) return;
    app(request, response);
  }, options.certificate).on('upgrade', (request, socket, head) => {
    if (wantsWebSocket(request)) upgrades.handle(request, socket, head);
    else ignoreUpgrade(http, request, socket, head);
  });

  async function close(): Promise<void> {
    isDraining = true;
    upgrades.drain();
    roller.close();
    spreader.close();
    watch.close();
    silence.close();
    rollout.driver.close();
    gateway.close();
    index.close();
    await closeHttp(http, clock);
  }

  watch.start();
  await index.start();
  void roller.start();
  spreader.start();
  silence.start();
  if (realtimeAllowed) rollout.driver.start();

  let drained: Promise<void> | undefined;
  let closed: Promise<void> | undefined;
  const closeOnce = (): Promise<void> => {
    closed ??= close();
    return closed;
  };
  return {
    publisher,
    index,
    gateway,
    listen: (port, host) => listen(http, port, host),
    renewCertificate: (certificate) => renewCertificate(http, certificate),
    drain() {
      isDraining = true;
      upgrades.drain();
      drained ??= drainGateway(gateway, clock).then(closeOnce);
      return drained;
    },
    close: closeOnce,
  };
}
