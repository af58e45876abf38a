import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createInProcessBus } from '../bus/in-process/in-process-bus.js';
import { createPublisher } from '../content/publisher.js';
import { hashSecret } from '../screens/token.js';
import { openLibsqlStore } from '../store/libsql/libsql-store.js';
import { ManualClock } from '../testing/manual-clock.fixture.js';
import { noMedia } from '../testing/no-media.fixture.js';
import { createSeededRandom } from '../testing/seeded-random.fixture.js';
import { ensureDemo } from './ensure-demo.js';

async function setUp() {
  const dataDir = await mkdtemp(join(tmpdir(), 'hallboard-demo-'));
  const clock = new ManualClock(Date.UTC(2026, 10, 24, 8));
  const random = createSeededRandom('demo');
  const store = await openLibsqlStore({ path: join(dataDir, 'hallboard.db'), clock, random });
  onTestFinished(async () => {
    await store.close();
    await rm(dataDir, { recursive: true });
  });
  const publisher = createPublisher({
    store,
    bus: createInProcessBus(),
    media: noMedia,
    clock,
    random,
  });
  const ensure = (zone = 'Europe/Madrid', by = publisher) =>
    ensureDemo({ publisher: by, store, clock, dataDir, zone });
  return { store, publisher, dataDir, ensure, tokenFile: join(dataDir, 'demo-screen.token') };
}

describe('ensureDemo', () => {
  it('starts also where another node makes the school at the same time', async () => {
    const { store, publisher, ensure } = await setUp();
    const late: typeof publisher = {
      ...publisher,
      async addSchool(school, by) {
        await publisher.addSchool(school, by);
        return publisher.addSchool(school, by);
      },
    };
    const { token } = await ensure('Europe/Madrid', late);
    expect(await store.screenByTokenHash(hashSecret(token))).toMatchObject({ schoolId: 'demo' });
    expect(await store.school('demo')).toMatchObject({ realtime: 'on' });
  });

  it('makes a school with a screen, and switches realtime on for it alone [FLAG-1]', async () => {
    const { store, ensure } = await setUp();
    const { token } = await ensure();
    expect(await store.screenByTokenHash(hashSecret(token))).toMatchObject({
      schoolId: 'demo',
      view: { layout: 'board', groups: [] },
      info: { name: 'Main hall' },
    });
    expect(await store.school('demo')).toMatchObject({
      name: 'Riverside School',
      zone: 'Europe/Madrid',
      realtime: 'on',
    });
    expect((await store.flags()).fallback).toBe('off');
  });

  it('gives the same token at the second start, and changes nothing', async () => {
    const { store, publisher, ensure } = await setUp();
    const { token } = await ensure();
    await store.setSchoolRealtime('demo', 'off');
    const own = {
      school: { name: 'Mine', zone: 'UTC', locale: 'en' },
      divisions: [{ id: 'm', name: 'M', schedules: [], week: {} }],
    };
    expect(await publisher.publish('demo', own)).toMatchObject({ kind: 'published' });
    const before = await store.counters();
    expect(await ensure()).toEqual({ token });
    expect(await store.counters()).toEqual(before);
  });

  it('[SEC-1] keeps the token where only the owner can read it', async () => {
    const { ensure, tokenFile } = await setUp();
    const { token } = await ensure();
    expect(await readFile(tokenFile, 'utf8')).toBe(`${token}\n`);
    expect((await stat(tokenFile)).mode & 0o777).toBe(0o600);
  });

  it('adds another screen when the token is lost or revoked', async () => {
    const { store, ensure, tokenFile } = await setUp();
    const first = await ensure();
    await rm(tokenFile);
    const second = await ensure();
    expect(second.token).not.toBe(first.token);
    const screen = await store.screenByTokenHash(hashSecret(second.token));
    await store.revokeScreen(screen?.id ?? '', 1);
    const third = await ensure();
    expect(third.token).not.toBe(second.token);
    expect(await ensure()).toEqual(third);
  });

  it('goes on where a start before it was cut off', async () => {
    const { store, publisher, ensure } = await setUp();
    const school = { id: 'demo', name: 'Riverside School', zone: 'UTC', locale: 'en-GB' };
    await publisher.addSchool(school);
    await ensure();
    expect(await store.school('demo')).toMatchObject({ sequence: 2, realtime: 'on' });
    expect(await store.content('demo')).toContain('Science fair');
  });

  it('lives in UTC where the machine does not know its zone', async () => {
    const { store, ensure } = await setUp();
    await ensure('Etc/Unknown');
    expect((await store.school('demo'))?.zone).toBe('UTC');
  });
});
