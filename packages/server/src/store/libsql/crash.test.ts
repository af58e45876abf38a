import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { endWithTests } from '../../testing/end-with-tests.fixture.js';
import type { Store } from '../store.js';
import { openLibsqlStore } from './libsql-store.js';
import { StoreInUseError } from './store-in-use-error.js';

const FIXTURE = fileURLToPath(new URL('./crash-writer.fixture.mjs', import.meta.url));
/** How many acknowledged writes each writer lives for. */
const LIVES = [1, 20, 77];

async function temporaryPath(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'hallboard-crash-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  return join(directory, 'hallboard.db');
}

function open(path: string): Promise<Store> {
  return openLibsqlStore({
    path,
    clock: { wallMs: () => 0, monotonicMs: () => 0, setTimer: () => () => undefined },
    random: { bytes: (count) => Buffer.alloc(count, 1), next: () => 0 },
  });
}

/** A writer in another process, the writes that it said were acknowledged, and its end by SIGKILL. */
function startWriter(path: string) {
  const child: ChildProcess = spawn(process.execPath, [FIXTURE, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  endWithTests(child);
  const exited = once(child, 'exit');
  const acknowledged = { published: 1, owners: new Set<string>(), count: 0 };
  if (!child.stdout) throw new Error('the writer has no output');
  const lines = createInterface(child.stdout);
  const closed = once(lines, 'close');
  const waiting: { count: number; done: () => void }[] = [];
  lines.on('line', (line) => {
    const [word, value] = line.split(' ');
    if (word === 'published') acknowledged.published = Number(value);
    else acknowledged.owners.add(`device-${value}`);
    acknowledged.count += 1;
    for (const { count, done } of waiting) if (acknowledged.count >= count) done();
  });
  return {
    acknowledged,
    /** Rejects if the writer ends before. */
    async untilAcknowledged(count: number) {
      const reached = new Promise<void>((done) => waiting.push({ count, done }));
      const ended = exited.then(() => Promise.reject(new Error('the writer ended by itself')));
      await Promise.race([reached, ended]);
    },
    async kill() {
      child.kill('SIGKILL');
      await Promise.all([exited, closed]);
    },
  };
}

describe('libsql store in a process that dies', () => {
  it('[SRV-5] loses no acknowledged publish and no acknowledged claim to kill -9 [P-7]', async () => {
    const path = await temporaryPath();
    const everOwned = new Set<string>();
    for (const life of LIVES) {
      const writer = startWriter(path);
      await writer.untilAcknowledged(life);
      await writer.kill();

      const store = await open(path);
      const { published, owners } = writer.acknowledged;
      const sequence = (await store.school('s'))?.sequence ?? 0;
      expect(sequence).toBeGreaterThanOrEqual(published);
      const revision = `${await store.epoch()}.${sequence}`;
      expect(await store.content('s')).toBe(`{"sequence":${sequence}}`);
      expect((await store.bodies('s')).map((body) => body.revision)).toEqual([revision, revision]);
      for (const owner of owners) everOwned.add(owner);
      const devices = (await store.screens('s')).map(({ deviceId }) => deviceId);
      expect(devices).toEqual(expect.arrayContaining([...everOwned]));
      await store.close();
    }
    expect(everOwned.size).toBeGreaterThan(20);
  }, 60_000);

  it('[SRV-1] gives its directory to one process at a time, and back when that dies', async () => {
    const path = await temporaryPath();
    const writer = startWriter(path);
    await writer.untilAcknowledged(1);
    const refusal = await open(path).catch((error: unknown) => error);
    await writer.kill();
    expect(refusal).toBeInstanceOf(StoreInUseError);
    expect(refusal).toMatchObject({
      directory: dirname(path),
      message: expect.stringContaining(dirname(path)),
    });

    const store = await open(path);
    await expect(open(path)).rejects.toBeInstanceOf(StoreInUseError);
    await store.close();
  }, 60_000);
});
