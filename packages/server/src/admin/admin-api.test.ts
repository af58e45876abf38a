import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestAnswer } from '../testing/send-request.fixture.js';
import { TestServer } from '../testing/test-server.fixture.js';

let server: TestServer;

beforeEach(async () => {
  server = await TestServer.start();
  await server.addSchool('north', 'hall');
});

afterEach(() => server.close());

const json = (answer: TestAnswer): ReturnType<typeof JSON.parse> => JSON.parse(answer.text);
const said = (answer: TestAnswer): unknown[] => [answer.status, json(answer).error];
const content = async () => json(await server.admin('GET', '/schools/north/content'));

describe('schools and screens', () => {
  it('are added, and listed without their secrets', async () => {
    const school = { id: 'south', name: 'South School', zone: 'Asia/Riyadh', locale: 'ar-SA' };
    const added = await server.admin('POST', '/schools', school);
    expect(added.status).toBe(201);
    expect(json(added).school).toMatchObject({ id: 'south', realtime: 'default' });
    const screen = await server.admin('POST', '/schools/south/screens', { name: 'Entrance' });
    expect(screen.status).toBe(201);
    expect(json(screen).token).toMatch(/^[\w-]{43}$/);
    const schools = await server.admin('GET', '/schools');
    expect(json(schools).schools.map(({ id }: { id: string }) => id)).toEqual(['north', 'south']);
    const screens = await server.admin('GET', '/schools/south/screens');
    expect(json(screens).screens).toMatchObject([{ info: { name: 'Entrance' }, state: 'unbound' }]);
    expect(screens.text).not.toMatch(/hash|token|device/i);
  });

  it('are refused with every violation', async () => {
    const answer = await server.admin('POST', '/schools', { id: 'Not A Slug', zone: 'Mars/Base' });
    expect(said(answer)).toEqual([400, 'invalid_request']);
    expect(
      json(answer)
        .violations.map(({ path }: { path: string }) => path)
        .sort(),
    ).toEqual(['id', 'locale', 'name', 'zone']);
    const screen = await server.admin('POST', '/schools/north/screens', { name: '', size: 4 });
    expect(said(screen)).toEqual([400, 'invalid_request']);
  });

  it('are refused where the id is taken or nobody has it', async () => {
    const north = { id: 'north', name: 'Again', zone: 'Europe/Madrid', locale: 'en-GB' };
    expect(said(await server.admin('POST', '/schools', north))).toEqual([409, 'conflict']);
    const screen = { id: 'hall', name: 'Again' };
    const taken = await server.admin('POST', '/schools/north/screens', screen);
    expect(said(taken)).toEqual([409, 'conflict']);
    for (const [method, path] of [
      ['GET', '/schools/west/screens'],
      ['POST', '/schools/west/screens'],
      ['GET', '/schools/west/content'],
      ['PATCH', '/schools/north/screens/attic'],
    ] as const) {
      const body = method === 'GET' ? undefined : { name: 'x' };
      expect(said(await server.admin(method, path, body))).toEqual([404, 'not_found']);
    }
  });

  it('[SNAP-8] changes what belongs to a screen alone', async () => {
    const path = '/schools/north/screens/hall';
    const answer = await server.admin('PATCH', path, { name: 'Main hall' });
    expect(json(answer).screen.info).toMatchObject({ name: 'Main hall', version: 2 });
  });

  it('[WS-2] takes commands for a screen of the school, and no others', async () => {
    const path = '/schools/north/screens/hall/commands';
    const sent = await server.admin('POST', path, { name: 'reload' });
    expect(sent.status).toBe(202);
    expect(json(sent).id).toMatch(/^[0-9a-f]{16}$/);
    expect(said(await server.admin('POST', path, { name: 'explode' }))).toEqual([
      400,
      'invalid_request',
    ]);
    await server.addSchool('south', 'gym');
    const foreign = '/schools/north/screens/gym/commands';
    expect(said(await server.admin('POST', foreign, { name: 'reload' }))).toEqual([
      404,
      'not_found',
    ]);
  });
});

describe('content', () => {
  it('is read with its revision, and published on top of it', async () => {
    const read = await server.admin('GET', '/schools/north/content');
    const etag = String(read.headers.etag);
    const put = await server.admin('PUT', '/schools/north/content', json(read), {
      'if-match': etag,
    });
    expect(put.status).toBe(200);
    expect(put.headers.etag).toBe(`"${json(put).revision}"`);
    expect(put.headers.etag).not.toBe(etag);
    const stale = await server.admin('PUT', '/schools/north/content', json(read), {
      'if-match': etag,
    });
    expect(said(stale)).toEqual([412, 'revision_mismatch']);
    expect(stale.headers.etag).toBe(put.headers.etag);
    const odd = await server.admin('PUT', '/schools/north/content', json(read), {
      'if-match': '"yesterday"',
    });
    expect(said(odd)).toEqual([400, 'invalid_request']);
  });

  it('is published on top of its revision behind a proxy that compresses, too', async () => {
    for (const name of [
      (tag: string) => `W/${tag}`,
      (tag: string) => tag.replace(/"$/, '-gzip"'),
    ]) {
      const read = await server.admin('GET', '/schools/north/content');
      const ifMatch = { 'if-match': name(String(read.headers.etag)) };
      const publish = () => server.admin('PUT', '/schools/north/content', json(read), ifMatch);
      expect((await publish()).status).toBe(200);
      expect(said(await publish())).toEqual([412, 'revision_mismatch']);
    }
  });

  it('[SNAP-1] names every violation by path, and keeps what was published', async () => {
    const before = await content();
    const bad = structuredClone(before);
    bad.school.locale = 7;
    bad.divisions = [];
    bad.announcements = [{ id: 'n1', level: 'loud' }];
    const answer = await server.admin('PUT', '/schools/north/content', bad);
    expect(said(answer)).toEqual([400, 'invalid_content']);
    const paths = json(answer).violations.map(({ path }: { path: string }) => path);
    for (const path of ['school.locale', 'divisions', 'announcements[0].level']) {
      expect(paths).toContain(path);
    }
    expect(await content()).toEqual(before);
  });

  it.each([
    ['malformed JSON', '{"school":', 400, 'invalid_request'],
    ['no object', '7', 400, 'invalid_request'],
    ['nothing', '', 400, 'invalid_content'],
    ['more than 4 MiB', JSON.stringify('x'.repeat(4 * 1024 * 1024)), 413, 'too_large'],
  ])('refuses %s', async (_, body, status, error) => {
    const answer = await server.admin('PUT', '/schools/north/content', body);
    expect(said(answer)).toEqual([status, error]);
  });

  it('[SNAP-5] names the parts of what would be too large', async () => {
    const big = await content();
    big.announcements = Array.from({ length: 300 }, (_, at) => ({
      id: `n${at}`,
      level: 'info',
      title: 'News',
      body: 'x'.repeat(4000),
    }));
    const answer = await server.admin('PUT', '/schools/north/content', big);
    expect(said(answer)).toEqual([413, 'too_large']);
    expect(json(answer).violations[0].path).toBe('announcements');
  });
});

describe('flags', () => {
  it('[FLAG-2] are changed at run time, for all and for one school', async () => {
    expect(json(await server.admin('GET', '/flags/realtime'))).toEqual({
      realtime: 'off',
      allowed: true,
    });
    await server.admin('PUT', '/flags/realtime', { realtime: 'on' });
    await server.admin('PUT', '/schools/north/flags/realtime', { realtime: 'off' });
    expect(json(await server.admin('GET', '/flags/realtime')).realtime).toBe('on');
    expect(json(await server.admin('GET', '/schools')).schools[0].realtime).toBe('off');
    await server.admin('PUT', '/schools/north/flags/realtime', { realtime: 'default' });
    expect(json(await server.admin('GET', '/schools')).schools[0].realtime).toBe('default');
  });

  it('refuse what is neither on nor off, and unknown schools', async () => {
    const odd = await server.admin('PUT', '/flags/realtime', { realtime: 'maybe' });
    expect(said(odd)).toEqual([400, 'invalid_request']);
    expect(json(odd).violations[0].path).toBe('realtime');
    const west = await server.admin('PUT', '/schools/west/flags/realtime', { realtime: 'on' });
    expect(said(west)).toEqual([404, 'not_found']);
  });
});

describe('the API of administrators', () => {
  it('[SEC-1] asks for a key, and takes no other', async () => {
    for (const path of ['/schools', '/flags/realtime', '/nothing']) {
      expect(said(await server.get(`/api/admin${path}`))).toEqual([401, 'token_required']);
      const wrong = await server.admin('GET', path, undefined, { authorization: 'Bearer wrong' });
      expect(said(wrong)).toEqual([403, 'forbidden']);
    }
  });

  it('[SEC-1] slows down guessing, but never the valid key', async () => {
    const guess = (): Promise<TestAnswer> =>
      server.admin('GET', '/schools', undefined, { authorization: 'Bearer wrong' });
    for (let at = 0; at < 20; at += 1) expect((await guess()).status).toBe(403);
    expect((await guess()).status).toBe(429);
    expect((await server.admin('GET', '/schools')).status).toBe(200);
  });

  it('[P-8] is closed to screens', async () => {
    const token = await server.addSchool('south', 'gym');
    const answer = await server.screen('/api/admin/schools', token, 'tv');
    expect(said(answer)).toEqual([403, 'forbidden']);
  });

  it('refuses unknown addresses and methods', async () => {
    expect(said(await server.admin('GET', '/nothing'))).toEqual([404, 'not_found']);
    const method = await server.admin('DELETE', '/schools');
    expect(said(method)).toEqual([405, 'method_not_allowed']);
    expect(method.headers.allow).toBe('GET, POST');
  });

  it('[HTTP-5] answers 503 while the store is away', async () => {
    server.faults.down = true;
    const answer = await server.admin('GET', '/schools');
    expect(said(answer)).toEqual([503, 'unavailable']);
    expect(answer.headers['retry-after']).toBe('5');
    const lines = server.log.map((line) => JSON.parse(line));
    expect(lines.find(({ msg }) => msg === 'The store could not answer')).toMatchObject({
      requestId: answer.headers['x-request-id'],
      reason: expect.stringMatching(/./),
    });
  });

  it('[SEC-3] tells nothing of an unexpected error', async () => {
    server.store.schools = () => Promise.reject(new Error('secret detail'));
    const answer = await server.admin('GET', '/schools');
    expect(said(answer)).toEqual([500, 'internal']);
    expect(answer.text).not.toContain('secret detail');
    const id = String(answer.headers['x-request-id']);
    const logged = server.log.filter((line) => line.includes(id));
    expect(logged.join()).toContain('secret detail');
  });
});
