import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { HEADERS, PATHS, screenInfoSchema } from '@hallboard/shared';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DisplayServer } from '../testing/display-server.fixture.js';
import { setRealtimeDefault } from '../testing/realtime-flags.fixture.js';
import type { TestAnswer } from '../testing/send-request.fixture.js';
import { type TestScreen, World } from '../testing/world.fixture.js';

const TV = 'tv-1';

let world: World;
let server: DisplayServer;
let hall: TestScreen;

beforeEach(async () => {
  world = await World.open();
  await world.addSchool('north');
  hall = await world.addScreen('north', 'hall', { name: 'Sala de música' });
  server = await DisplayServer.start(world);
});

afterEach(async () => {
  await server.close();
  await world.close();
});

const snapshot = (headers = {}, query = ''): Promise<TestAnswer> =>
  server.ask(PATHS.snapshot + query, hall.token, TV, { headers });
const status = (headers = {}): Promise<TestAnswer> =>
  server.ask(PATHS.status, hall.token, TV, { headers });

describe('GET snapshot', () => {
  it('[HTTP-1] sends the stored body in the form that is accepted', async () => {
    const plain = await snapshot();
    const br = await snapshot({ 'accept-encoding': 'gzip, deflate, br' });
    const gzip = await snapshot({ 'accept-encoding': 'gzip, deflate' });
    expect([plain, br, gzip].map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect([plain, br, gzip].map((answer) => answer.headers['content-encoding'])).toEqual([
      undefined,
      'br',
      'gzip',
    ]);
    expect(JSON.parse(plain.text)).toEqual({ school: 'north', sequence: 1, view: 'board' });
    expect(brotliDecompressSync(br.body).toString()).toBe(plain.text);
    expect(gunzipSync(gzip.body).toString()).toBe(plain.text);
    expect(plain.headers.vary).toBe('Authorization, Accept-Encoding');
    expect(plain.headers['content-type']).toBe('application/json; charset=utf-8');
  });

  it('[HTTP-1] answers 304 to the tag of what is current, and only to it', async () => {
    const first = await snapshot();
    const same = await snapshot({ 'if-none-match': first.headers.etag });
    expect(same.status).toBe(304);
    expect(same.body).toHaveLength(0);
    await world.publish('north');
    await world.settle();
    const changed = await snapshot({ 'if-none-match': first.headers.etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.etag).not.toBe(first.headers.etag);
  });

  it('[HTTP-4] carries time, revision and realtime on 200 and 304, for no cache to keep', async () => {
    const first = await snapshot();
    const same = await snapshot({ 'if-none-match': first.headers.etag });
    for (const { headers } of [first, same]) {
      expect(headers[HEADERS.serverTime]).toBe(String(world.clock.wallMs()));
      expect(headers[HEADERS.revision]).toBe(world.index.school('north')?.revision);
      expect(headers[HEADERS.realtime]).toBe('off');
      expect(headers['cache-control']).toBe('private, no-cache');
    }
  });

  it('[SNAP-8] carries the screen object beside the snapshot, on 200 and 304', async () => {
    const first = await snapshot();
    await world.renameScreen('hall', 'القاعة 100 %');
    await world.settle();
    const same = await snapshot({ 'if-none-match': first.headers.etag });
    const info = [first, same].map((answer) =>
      v.parse(
        screenInfoSchema,
        JSON.parse(decodeURIComponent(String(answer.headers[HEADERS.screen]))),
      ),
    );
    expect(same.status).toBe(304);
    expect(info.map(({ name, version }) => [name, version])).toEqual([
      ['Sala de música', 1],
      ['القاعة 100 %', 2],
    ]);
  });

  it('answers HEAD as GET without the body', async () => {
    const head = await server.ask(PATHS.snapshot, hall.token, TV, { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(head.body).toHaveLength(0);
    expect(Number(head.headers['content-length'])).toBeGreaterThan(0);
  });
});

describe('GET status', () => {
  it('[HTTP-2] answers 304 while revision and screen are held, else both', async () => {
    const first = await status();
    expect(first.status).toBe(200);
    expect(JSON.parse(first.text)).toEqual({
      revision: world.index.school('north')?.revision,
      screen: { version: 1, name: 'Sala de música', sound: { on: false, volume: 0.5 } },
    });
    const tag = `"${world.index.school('north')?.revision}/1"`;
    expect(first.headers.etag).toBe(tag);
    expect((await status({ 'if-none-match': tag })).status).toBe(304);
    await world.renameScreen('hall', 'Main hall');
    await world.settle();
    const renamed = await status({ 'if-none-match': tag });
    expect(JSON.parse(renamed.text)).toMatchObject({ screen: { version: 2, name: 'Main hall' } });
  });

  it('[HTTP-2] is answered from memory', async () => {
    await status();
    world.faults.calls.length = 0;
    world.faults.down = true;
    expect((await status()).status).toBe(200);
    expect((await snapshot()).status).toBe(200);
    expect(world.faults.calls).toEqual([]);
  });
});

describe('want', () => {
  it('[HTTP-7] rereads the store once for all who ask', async () => {
    await Promise.all(['a', 'b', 'c'].map((id) => world.addScreen('north', id)));
    await status();
    world.isBusDeaf = true;
    const revision = await world.publish('north');
    world.faults.calls.length = 0;
    const answers = await Promise.all(
      Array.from({ length: 3 }, () => snapshot({}, `?want=${revision}`)),
    );
    expect(answers.map((answer) => answer.headers[HEADERS.revision])).toEqual(
      Array(3).fill(revision),
    );
    expect(world.faults.count('bodies')).toBe(1);
  });

  it('[HTTP-7] does not reread for what is served already', async () => {
    await status();
    world.faults.calls.length = 0;
    const { revision } = world.index.school('north') ?? {};
    expect((await snapshot({}, `?want=${revision}`)).status).toBe(200);
    expect(world.faults.calls).toEqual([]);
  });

  it('[SRV-4] answers with what is held while the store is away', async () => {
    await status();
    world.faults.down = true;
    const answer = await snapshot({}, '?want=other.99');
    expect(answer.status).toBe(200);
    expect(answer.headers[HEADERS.revision]).toBe(world.index.school('north')?.revision);
  });
});

describe('X-Realtime', () => {
  it('[FLAG-1] says what the flags say, and changes with them', async () => {
    const said = async (): Promise<unknown> => (await status()).headers[HEADERS.realtime];
    expect(await said()).toBe('off');
    await world.store.setSchoolRealtime('north', 'on');
    await world.index.sweep();
    expect(await said()).toBe('on');
    await world.store.setSchoolRealtime('north', undefined);
    await setRealtimeDefault(world.store, true);
    await world.index.sweep();
    expect(await said()).toBe('on');
  });
});
