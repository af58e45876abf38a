import { connect } from 'node:net';
import { errorBodySchema, PATHS } from '@hallboard/shared';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createToken } from '../screens/token.js';
import { DisplayServer } from '../testing/display-server.fixture.js';
import { sendRequest, type TestAnswer, type TestRequest } from '../testing/send-request.fixture.js';
import { type TestScreen, World } from '../testing/world.fixture.js';

const TV = 'tv-1';
const READS = [PATHS.snapshot, PATHS.status, `${PATHS.media}${'a'.repeat(64)}`];

let world: World;
let server: DisplayServer;
let hall: TestScreen;

beforeEach(async () => {
  world = await World.open();
  await world.addSchool('north');
  await world.addSchool('south');
  hall = await world.addScreen('north', 'hall');
  server = await DisplayServer.start(world);
});

afterEach(async () => {
  await server.close();
  await world.close();
});

const code = (answer: TestAnswer): string =>
  v.parse(errorBodySchema, JSON.parse(answer.text)).error;
const ask = (path: string, token = hall.token, device = TV, more: TestRequest = {}) =>
  server.ask(path, token, device, more);

it('[OBS-2] says under which id the log speaks of a failure, and nothing else of it', async () => {
  await server.close();
  const media = { find: () => Promise.reject(new Error('boom')), open: async () => undefined };
  server = await DisplayServer.start(world, { media });
  const answer = await ask(`${PATHS.media}${'a'.repeat(64)}`);
  expect([answer.status, code(answer)]).toEqual([500, 'internal']);
  expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f]{8}-\d+$/);
  expect(answer.text).not.toContain('boom');
});

describe.each(READS)('GET %s', (path) => {
  it('[HTTP-5] asks for a token', async () => {
    for (const authorization of [undefined, 'Bearer', 'Basic abc', `Bearer ${'x'.repeat(200)}`]) {
      const headers = authorization === undefined ? {} : { authorization };
      const answer = await sendRequest(server.url + path, { headers });
      expect([answer.status, code(answer)]).toEqual([401, 'token_required']);
    }
  });

  it('[HTTP-3] takes no token from the address', async () => {
    const answer = await sendRequest(`${server.url}${path}?token=${hall.token}`);
    expect(code(answer)).toBe('token_required');
  });

  it('[HTTP-5] asks for a device', async () => {
    const authorization = `Bearer ${hall.token}`;
    for (const device of [undefined, '', 'two words', 'x'.repeat(129)]) {
      const headers = {
        authorization,
        ...(device === undefined ? {} : { 'x-display-device': device }),
      };
      const answer = await sendRequest(server.url + path, { headers });
      expect([answer.status, code(answer)]).toEqual([400, 'device_required']);
    }
  });

  it('[HTTP-5] [P-8] answers unknown, revoked and malformed tokens with the same bytes', async () => {
    const revoked = await world.addScreen('south', 'gym');
    await world.settle();
    // Also its own device's.
    expect((await ask(PATHS.status, revoked.token)).status).toBe(200);
    await world.revokeScreen('gym');
    await world.settle();
    const tokens = [createToken(world.random), revoked.token, 'nonsense', `${hall.token}A`];
    const answers = await Promise.all(tokens.map((token) => ask(path, token)));
    for (const answer of answers) {
      expect([answer.status, code(answer)]).toEqual([404, 'unknown_screen']);
      expect(answer.body.equals(answers[0]?.body ?? Buffer.alloc(0))).toBe(true);
      expect(Object.keys(answer.headers)).toEqual(Object.keys(answers[0]?.headers ?? {}));
    }
  });

  it('[BIND-2] refuses a device that does not own the screen', async () => {
    await ask(PATHS.status);
    const answer = await ask(path, hall.token, 'tv-2');
    expect([answer.status, code(answer)]).toEqual([403, 'screen_bound']);
  });

  it('[SNAP-7] asks a player that is too old to upgrade', async () => {
    const old = await ask(path, hall.token, TV, { headers: { 'x-display-schema': '0' } });
    expect([old.status, code(old)]).toEqual([426, 'upgrade_required']);
    const odd = await ask(path, hall.token, TV, { headers: { 'x-display-schema': 'new' } });
    expect([odd.status, code(odd)]).toEqual([400, 'invalid_request']);
    const newer = await ask(path, hall.token, TV, { headers: { 'x-display-schema': '7' } });
    expect(newer.status).not.toBe(426);
  });

  it('[P-4] allows a device a burst of 4, then 1 a second', async () => {
    const first = [await ask(path), await ask(path), await ask(path), await ask(path)];
    expect(first.every((answer) => answer.status !== 429)).toBe(true);
    const fifth = await ask(path);
    expect([fifth.status, code(fifth)]).toEqual([429, 'rate_limited']);
    expect(fifth.headers['retry-after']).toBe('1');
    world.clock.advance(1000);
    expect((await ask(path)).status).not.toBe(429);
    expect((await ask(path)).status).toBe(429);
  });

  it('[HTTP-5] answers 503 where the store cannot say, never 404', async () => {
    world.faults.down = true;
    const unknown = await ask(path, createToken(world.random));
    const unclaimed = await ask(path);
    for (const answer of [unknown, unclaimed]) {
      expect([answer.status, code(answer)]).toEqual([503, 'unavailable']);
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    }
  });

  it('refuses other methods', async () => {
    const answer = await ask(path, hall.token, TV, { method: 'DELETE' });
    expect([answer.status, code(answer)]).toEqual([405, 'method_not_allowed']);
    expect(answer.headers.allow).toBe('GET, HEAD');
  });
});

const REPORT = JSON.stringify({
  revision: 'a.1',
  paintedAt: 1,
  clockOffsetMs: 0,
  skippedItems: 0,
  alerts: [],
});

describe('the display API', () => {
  it('[HTTP-6] lets devices that do not own the screen share one bucket', async () => {
    await ask(PATHS.status);
    const strangers = ['b', 'c', 'd', 'e', 'f', 'g'];
    const statuses: number[] = [];
    for (const device of strangers) {
      statuses.push((await ask(PATHS.status, hall.token, device)).status);
    }
    expect(statuses).toEqual([403, 403, 403, 429, 429, 429]);
    expect((await ask(PATHS.status)).status).toBe(200);
  });

  it('[HTTP-6] gives media and reports buckets of their own', async () => {
    for (let at = 0; at < 4; at += 1) await ask(PATHS.status);
    expect((await ask(PATHS.status)).status).toBe(429);
    expect((await ask(`${PATHS.media}x`)).status).toBe(404);
    const report = await ask(PATHS.reports, hall.token, TV, { method: 'POST', body: REPORT });
    expect(report.status).toBe(204);
  });

  it('refuses a want that is no revision', async () => {
    const answer = await ask(`${PATHS.snapshot}?want=latest`);
    expect([answer.status, code(answer)]).toEqual([400, 'invalid_request']);
  });

  it.each([
    ['no JSON', 'hello', 400, 'invalid_request'],
    ['no object', '[1]', 400, 'invalid_request'],
    ['too much', `{"a":"${'x'.repeat(17_000)}"}`, 413, 'too_large'],
  ])('[HTTP-8] refuses a report that is %s', async (_, body, status, error) => {
    const answer = await ask(PATHS.reports, hall.token, TV, { method: 'POST', body });
    expect([answer.status, code(answer)]).toEqual([status, error]);
  });

  it('[SEC-3] answers what is not HTTP, and headers beyond 8 KiB, with a typed error', async () => {
    const junk = await rawExchange(server.url, 'hello\r\n\r\n');
    expect(junk).toMatch(/^HTTP\/1.1 400 .*\{"error":"invalid_request"/s);
    const long = await rawExchange(
      server.url,
      `GET ${PATHS.status} HTTP/1.1\r\nhost: x\r\nx-long: ${'x'.repeat(9000)}\r\n\r\n`,
    );
    expect(long).toMatch(/^HTTP\/1.1 413 .*\{"error":"too_large"/s);
  });
});

/** Sends bytes and reads until the server closes. */
function rawExchange(url: string, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (chunk) => {
      received += chunk.toString();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(received));
  });
}
