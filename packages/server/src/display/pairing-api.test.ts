import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sendRequest, type TestAnswer } from '../testing/send-request.fixture.js';
import { TestServer } from '../testing/test-server.fixture.js';
import { pairingQr } from './pairing-qr.js';

const PATH = '/api/display/pairings';
const SNAPSHOT = '/api/display/snapshot';
const TEN_MINUTES_MS = 600_000;
const SECRET = 's'.repeat(43);

let server: TestServer;
let oldToken: string;

beforeEach(async () => {
  server = await TestServer.start();
  oldToken = await server.addSchool('north', 'hall');
});

afterEach(() => server.close());

const json = (answer: TestAnswer): ReturnType<typeof JSON.parse> => JSON.parse(answer.text);
const said = (answer: TestAnswer): unknown[] => [answer.status, json(answer).error];

function ask(method: string, secret = SECRET): Promise<TestAnswer> {
  const headers = { authorization: `Bearer ${secret}` };
  return sendRequest(server.url + PATH, { method, headers });
}

function approve(code: string, screen = 'hall', school = 'north'): Promise<TestAnswer> {
  return server.admin('POST', `/pairings/${code}`, { school, screen });
}

describe('a device that waits for a screen', () => {
  it('[BIND-5] shows a code, and gets the token of the screen that it is approved for', async () => {
    const opened = await ask('POST');
    expect(opened.status).toBe(201);
    const { code, expiresAt, qr } = json(opened);
    expect(qr).toEqual(pairingQr(`${server.url}/pair#${code}`));
    expect(code).toMatch(/^[CDFGHJKMNPQRTVWXY34679]{6}$/);
    expect(expiresAt).toBe(server.clock.wallMs() + TEN_MINUTES_MS);
    expect(json(await ask('GET'))).toEqual({ state: 'waiting', code, expiresAt });

    const typed = `${code.slice(0, 3)} ${code.slice(3)}`.toLowerCase();
    expect((await approve(encodeURIComponent(typed))).status).toBe(200);
    const approved = json(await ask('GET'));
    expect(approved).toEqual({ state: 'approved', token: expect.stringMatching(/^[\w-]{43}$/) });
    expect((await server.screen(SNAPSHOT, approved.token, 'tv')).status).toBe(200);
  });

  it('[BIND-5] is told the token again until its first authenticated request', async () => {
    const { code } = json(await ask('POST'));
    await approve(code);
    const { token } = json(await ask('GET'));
    expect(json(await ask('GET'))).toEqual({ state: 'approved', token });
    await server.screen(SNAPSHOT, token, 'tv');
    expect(said(await ask('GET'))).toEqual([404, 'not_found']);
    expect(said(await ask('POST'))).toEqual([409, 'conflict']);
  });

  it('[BIND-2] takes the screen over from another, even where it was itself unbound', async () => {
    await server.screen(SNAPSHOT, oldToken, 'tv');
    await server.admin('POST', '/schools/north/screens/hall/unbind');
    expect(said(await server.screen(SNAPSHOT, oldToken, 'tv'))).toEqual([403, 'screen_bound']);
    await server.screen(SNAPSHOT, oldToken, 'other');
    await approve(json(await ask('POST')).code);
    const { token } = json(await ask('GET'));
    server.clock.advance(10_000);
    expect((await server.screen(SNAPSHOT, token, 'tv')).status).toBe(200);
    const other = await server.screen(SNAPSHOT, oldToken, 'other');
    expect(said(other)).toEqual([404, 'unknown_screen']);
    expect(said(await server.screen(SNAPSHOT, token, 'other'))).toEqual([403, 'screen_bound']);
  });

  it('[BIND-5] has a code that works once, for ten minutes, and an answer for a while after', async () => {
    await server.admin('POST', '/schools/north/screens', { id: 'gate', name: 'Gate' });
    const { code } = json(await ask('POST'));
    server.clock.advance(TEN_MINUTES_MS - 1);
    const both = await Promise.all([approve(code), approve(code, 'gate')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 404]);
    server.clock.advance(TEN_MINUTES_MS);
    expect(json(await ask('GET')).state).toBe('approved');
    server.clock.advance(1);
    expect(said(await ask('GET'))).toEqual([404, 'not_found']);

    const late = json(await ask('POST', 't'.repeat(43)));
    server.clock.advance(TEN_MINUTES_MS);
    expect(said(await approve(late.code))).toEqual([404, 'not_found']);
    expect(said(await ask('GET', 't'.repeat(43)))).toEqual([404, 'not_found']);
  });

  it('[P-8] is approved for a screen of the school that is named, or not at all', async () => {
    await server.addSchool('south', 'gate');
    const { code } = json(await ask('POST'));
    expect(said(await approve(code, 'gate', 'north'))).toEqual([404, 'not_found']);
    expect(said(await approve(code, 'attic'))).toEqual([404, 'not_found']);
    expect(said(await approve('CCCCCC'))).toEqual([404, 'not_found']);
    expect(json(await ask('GET')).state).toBe('waiting');
  });

  it('[SEC-1] leaves neither its secret nor the token in the store or the log', async () => {
    const { code } = json(await ask('POST'));
    await approve(code);
    const { token } = json(await ask('GET'));
    const kept = JSON.stringify([
      await server.store.pairingByCode(code),
      await server.store.screens('north'),
      server.log,
    ]);
    expect(kept).not.toContain(SECRET);
    expect(kept).not.toContain(token);
  });

  it('[BIND-5] gets the same code again where the answer was lost', async () => {
    const first = json(await ask('POST'));
    expect(json(await ask('POST'))).toEqual(first);
  });
});

describe('limits', () => {
  it('[BIND-5] let a school’s TVs ask for codes, and slow down whoever asks for many', async () => {
    const secretOf = (at: number) => String(at).padStart(43, 'x');
    for (let at = 0; at < 60; at += 1) {
      expect((await ask('POST', secretOf(at))).status).toBe(201);
    }
    const more = await ask('POST', secretOf(60));
    expect(said(more)).toEqual([429, 'rate_limited']);
    expect(more.headers['retry-after']).toBe('10');
  });

  it('[HTTP-6] let a device look once a second, and one address guess 20 secrets', async () => {
    await ask('POST');
    for (let at = 0; at < 4; at += 1) expect((await ask('GET')).status).toBe(200);
    expect(said(await ask('GET'))).toEqual([429, 'rate_limited']);
    for (let at = 0; at < 20; at += 1) {
      expect((await ask('GET', String(at).padStart(43, 'y'))).status).toBe(404);
    }
    expect(said(await ask('GET', 'z'.repeat(43)))).toEqual([429, 'rate_limited']);
    server.clock.advance(1000);
    expect((await ask('GET')).status).toBe(200);
  });

  it.each([
    ['no secret', { method: 'POST' }, 401, 'token_required'],
    [
      'a short one',
      { method: 'POST', headers: { authorization: 'Bearer abc' } },
      401,
      'token_required',
    ],
    ['another method', { method: 'PUT' }, 405, 'method_not_allowed'],
  ])('refuses %s', async (_, request, status, error) => {
    expect(said(await sendRequest(server.url + PATH, request))).toEqual([status, error]);
  });

  it('[HTTP-5] says 503 where the store is away', async () => {
    server.faults.down = true;
    expect(said(await ask('POST'))).toEqual([503, 'unavailable']);
    expect(said(await ask('GET'))).toEqual([503, 'unavailable']);
    server.faults.down = false;
  });
});
