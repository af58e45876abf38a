#!/usr/bin/env node
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createSystemClock } from './adapters/system-clock.js';
import { createSystemRandom } from './adapters/system-random.js';
import { type Config, readConfig } from './config.js';
import { createServer, type HallboardServer } from './create-server.js';
import { ensureDemo } from './demo/ensure-demo.js';
import type { Logger } from './logging/logger.js';
import { createPinoLogger } from './logging/pino-logger.js';
import { createAdminSecret } from './screens/token.js';
import { checkPort } from './start/check-port.js';
import { checkShell } from './start/check-shell.js';
import { closeAll } from './start/close-all.js';
import { createNotifiers } from './start/create-notifiers.js';
import { ensureAdminKey } from './start/ensure-admin-key.js';
import { keepTrying } from './start/keep-trying.js';
import { openMedia } from './start/open-media.js';
import { openStorage } from './start/open-storage.js';
import { readCertificate } from './start/read-certificate.js';
import { readVersion } from './start/read-version.js';
import { explainStartFailure } from './start/start-failure.js';
import { welcomeLines } from './start/welcome.js';

/** A drain that takes longer is cut off, so that whoever stops the process need not (SRV-6). */
const MAX_DRAIN_MS = 25_000;

/** Starts the server and returns when it listens; signals end it. */
async function start(config: Config): Promise<void> {
  const { dataDir } = config;
  await checkPort(config.port, config.host);
  const certificate = await readCertificate(config);
  const player = createRequire(import.meta.url).resolve('@hallboard/player/package.json');
  const shellDir = join(dirname(player), 'dist', 'page');
  await checkShell(shellDir, config.shellDir);
  const embedDir = join(dirname(player), 'dist', 'embed');
  const clock = createSystemClock();
  const notifiers = createNotifiers(config, clock);
  const random = createSystemRandom();
  // Pino's own way to the standard output never ends the process once nobody reads that.
  const logger = createPinoLogger({ level: config.logLevel, destination: process.stdout });
  const { store, bus, backups } = await openStorage(config, { clock, random, logger });
  const media = await openMedia(config, { clock, random, logger });
  const ports = { store, bus, media, backups, clock, random, logger, notifiers };
  const server = await createServer({ config, shellDir, embedDir, certificate, ...ports });
  const { publisher } = server;
  const { port } = await server.listen(config.port, config.host);
  const scheme = certificate === undefined ? 'http' : 'https';
  const url = config.publicUrl ?? `${scheme}://localhost:${port}`;

  const key = createAdminSecret(random);
  const welcome = async (): Promise<void> => {
    const adminKey = await ensureAdminKey({ store, clock, key, dataDir });
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const demo = config.demo
      ? await ensureDemo({ publisher, store, clock, dataDir, zone })
      : undefined;
    const lines = welcomeLines({ url, demoToken: demo?.token, adminKey });
    for (const line of lines) console.log(line);
  };
  // A Redis that is away comes back; a file that cannot be written is for a person to mend (SRV-9).
  if (config.redisUrl === undefined) await welcome();
  else await keepTrying({ clock, logger }, welcome);

  if (certificate !== undefined)
    process.on('SIGHUP', () => renewCertificate(server, config, logger));
  stopOnSignals(logger, async () => {
    await server.drain();
    return closeAll([bus, media, store], logger);
  });
  // Last: who reads it may stop the server in the same moment.
  logger.info('Listening', { version: readVersion(), host: config.host, port, pid: process.pid });
}

/** Takes the certificate up that is on the disk now; one that cannot be read leaves the old one. */
async function renewCertificate(
  server: HallboardServer,
  config: Config,
  logger: Logger,
): Promise<void> {
  try {
    const renewed = await readCertificate(config);
    if (renewed !== undefined) server.renewCertificate(renewed);
    logger.info('Certificate renewed');
  } catch (error) {
    logger.error('The certificate stays the old one', { reason: String(error) });
  }
}

/**
 * Drains at the first signal, and ends the process at the next, or when that takes too long.
 * @param drain whether all was closed, which the process's exit code tells.
 */
function stopOnSignals(logger: Logger, drain: () => Promise<boolean>): void {
  let isStopping = false;
  async function stop(signal: NodeJS.Signals): Promise<void> {
    if (isStopping) process.exit(1);
    isStopping = true;
    logger.info('Draining', { signal });
    // It also keeps the process alive until the drain has ended.
    setTimeout(() => process.exit(1), MAX_DRAIN_MS);
    const isClean = await drain();
    logger.info('Stopped');
    process.exit(isClean ? 0 : 1);
  }
  process.on('SIGTERM', stop).on('SIGINT', stop);
}

// The store and its backups hold what is for staff alone, also in a directory that others may read.
process.umask(0o077);
// Whoever read the log may be gone before the server is; that is no reason to end.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

let config: Config | undefined;
try {
  config = readConfig(process.env);
  await start(config);
} catch (error) {
  const failure = explainStartFailure(error, config);
  if (failure === undefined) throw error;
  console.error(`hallboard: ${failure.message}`);
  process.exit(failure.exitCode);
}
