import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createInProcessBus,
  createPinoLogger,
  createServer,
  createSystemClock,
  createSystemRandom,
  createToken,
  hashSecret,
  openLibsqlStore,
  openMediaDirectory,
  openRedisStore,
  readConfig,
} from '@hallboard/server';
import { startRedis } from './redis-process.mjs';
import { median } from './stats.mjs';

const CLAIMS = 400;
const DEADLINE_MS = 10_000;
const clock = createSystemClock();
const random = createSystemRandom();
const logger = createPinoLogger({ level: 'silent' });

/**
 * How long a store takes to give a screen to a device for good (BIND-1), one claim after another;
 * beside the least that this can cost: for the embedded store, a page that is written and synced;
 * for Redis, one SET that it has synced.
 */
export async function measureClaims() {
  const directory = mkdtempSync(join(tmpdir(), 'hallboard-bench-'));
  try {
    return { embedded: await embedded(directory), redis: await redis(directory) };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** @param {string} directory */
async function embedded(directory) {
  const page = Buffer.alloc(4096, 1);
  const file = openSync(join(directory, 'pages'), 'w');
  const path = join(directory, 'hallboard.db');
  const store = await openLibsqlStore({ path, clock, random });
  try {
    return await timeClaims(store, directory, async () => {
      writeSync(file, page);
      fdatasyncSync(file);
    });
  } finally {
    closeSync(file);
  }
}

/** @param {string} directory */
async function redis(directory) {
  const { port, stop } = await startRedis(directory);
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  try {
    const url = `redis://127.0.0.1:${port}`;
    const memory = { read: async () => undefined, write: async () => undefined };
    const options = { url, allowLoss: false, memory, deadlineMs: DEADLINE_MS };
    const store = await openRedisStore({ ...options, clock, random, logger });
    return await timeClaims(
      store,
      directory,
      () =>
        new Promise((resolve) => {
          socket.once('data', resolve);
          socket.write(`SET bench ${'x'.repeat(100)}\r\n`);
        }),
    );
  } finally {
    socket.destroy();
    await stop();
  }
}

/**
 * Claims many screens, one after another, and does the least that each can cost in between.
 *
 * @param {import('@hallboard/server').Store} store closed afterwards
 * @param {string} directory for the media, of which there are none
 * @param {() => Promise<unknown>} bare
 */
async function timeClaims(store, directory, bare) {
  const config = readConfig({});
  const bus = createInProcessBus();
  const [shellDir, embedDir] = [import.meta.dirname, import.meta.dirname];
  const media = await openMediaDirectory({ directory: join(directory, 'media'), random });
  const ports = { store, bus, media, clock, random, logger };
  const server = await createServer({ config, shellDir, embedDir, ...ports });
  const where = { zone: 'Europe/Madrid', locale: 'en-GB' };
  await server.publisher.addSchool({ id: 'school', name: 'School', ...where });
  await server.publisher.addScreen('school', { id: 'first', name: 'First' });
  const first = await store.screen('first');
  if (first === undefined) throw new Error('the screen was added');
  /** @type {number[]} */
  const claims = [];
  /** @type {number[]} */
  const floor = [];
  for (let at = 0; at < CLAIMS; at += 1) {
    const [id, tokenHash] = [`screen-${at}`, hashSecret(createToken(random))];
    await store.addScreen({ ...first, id, tokenHash });
    claims.push(
      await time(async () => {
        const outcome = await store.claimScreen(id, `device-${at}`);
        if (outcome !== 'won') throw new Error(`A claim was answered with ${outcome}`);
      }),
    );
    floor.push(await time(bare));
  }
  await server.close();
  await store.close();
  return { claimMs: median(claims), bareMs: median(floor) };
}

/** @param {() => Promise<unknown>} act */
async function time(act) {
  const startedAt = performance.now();
  await act();
  return performance.now() - startedAt;
}
