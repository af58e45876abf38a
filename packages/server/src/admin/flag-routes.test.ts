import { PATHS } from '@hallboard/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestAnswer } from '../testing/send-request.fixture.js';
import { TestServer } from '../testing/test-server.fixture.js';

let server: TestServer;
let token: string;

beforeEach(async () => {
  server = await TestServer.start();
  token = await server.addSchool('north', 'hall');
});

afterEach(() => server.close());

const json = (answer: TestAnswer): ReturnType<typeof JSON.parse> => JSON.parse(answer.text);
const said = (answer: TestAnswer): unknown[] => [answer.status, json(answer).error];
const put = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  server.admin('PUT', path, body, headers);

/** What a poll of a screen is told, and what the API gives as the reason. */
async function realtime(): Promise<string> {
  // Within what a screen may ask.
  server.clock.advance(1000);
  const { headers } = await server.screen(PATHS.status, token, 'tv');
  const { decision } = json(await server.admin('GET', '/schools/north/flags/realtime'));
  expect(headers['x-realtime']).toBe(decision.realtime);
  return `${decision.realtime}: ${decision.why}`;
}

describe('the flags of realtime', () => {
  it('[FLAG-1] decide in order, and polls are told at once', async () => {
    expect(await realtime()).toBe('off: default');
    await put('/flags/realtime', { realtime: 'on' });
    expect(await realtime()).toBe('on: default');
    await put('/flags/percentage', { percentage: 0 });
    expect(await realtime()).toBe('off: percentage');
    await put('/schools/north/flags/realtime', { realtime: 'on' });
    expect(await realtime()).toBe('on: school');
    await put('/flags/kill', { kill: 'on' });
    expect(await realtime()).toBe('off: kill-switch');
    await put('/flags/kill', { kill: 'off' });
    expect(await realtime()).toBe('on: school');
    expect(json(await server.admin('GET', '/flags'))).toEqual({
      version: 4,
      realtime: 'on',
      allowed: true,
      kill: 'off',
      percentage: 0,
    });
  });

  it('[FLAG-2] are not changed by an administrator who has not seen them', async () => {
    const { etag } = (await server.admin('GET', '/flags')).headers;
    const seen = { 'if-match': String(etag) };
    const first = await put('/flags/percentage', { percentage: 10 }, seen);
    expect([first.status, first.headers.etag]).toEqual([200, '"1"']);
    const second = await put('/flags/percentage', { percentage: 90 }, seen);
    expect(said(second)).toEqual([412, 'revision_mismatch']);
    expect(second.headers.etag).toBe('"1"');
    expect(json(await server.admin('GET', '/flags')).percentage).toBe(10);
    const compressed = { 'if-match': 'W/"1"' };
    expect((await put('/flags/percentage', { percentage: 20 }, compressed)).status).toBe(200);
    const odd = await put('/flags/kill', { kill: 'on' }, { 'if-match': 'yesterday' });
    expect(said(odd)).toEqual([400, 'invalid_request']);
  });

  it('[FLAG-2] have a history, of all and of each school', async () => {
    await put('/flags/realtime', { realtime: 'on' });
    await put('/flags/percentage', { percentage: 12.5, why: 'a trial' });
    await put('/schools/north/flags/realtime', { realtime: 'off', why: 'no sockets there' });
    const base = { atMs: server.clock.wallMs(), by: 'test' };
    expect(json(await server.admin('GET', '/flags/history')).changes).toEqual([
      { ...base, flag: 'percentage', from: 'none', to: '12.5 %', why: 'a trial' },
      { ...base, flag: 'default', from: 'off', to: 'on' },
    ]);
    const own = json(await server.admin('GET', '/schools/north/flags/realtime'));
    expect(own.realtime).toBe('off');
    expect(own.changes).toEqual([
      { ...base, flag: 'school', from: 'default', to: 'off', why: 'no sockets there' },
    ]);
  });

  it.each([
    ['/flags/kill', { kill: 'maybe' }, 'kill'],
    ['/flags/kill', { kill: 'on', why: ' ' }, 'why'],
    ['/flags/percentage', { percentage: 101 }, 'percentage'],
    ['/flags/percentage', { percentage: -0.1 }, 'percentage'],
    ['/flags/percentage', { percentage: '50' }, 'percentage'],
    ['/flags/percentage', {}, 'percentage'],
  ])('refuse at %s %j, and name the field', async (path, body, field) => {
    const answer = await put(path, body);
    expect(said(answer)).toEqual([400, 'invalid_request']);
    expect(json(answer).violations[0].path).toBe(field);
    expect((await server.store.flags()).version).toBe(0);
  });

  it('are of schools that there are, and changed by PUT alone', async () => {
    const west = await server.admin('GET', '/schools/west/flags/realtime');
    expect(said(west)).toEqual([404, 'not_found']);
    for (const path of ['/flags/kill', '/flags/percentage']) {
      expect(said(await server.admin('GET', path))).toEqual([405, 'method_not_allowed']);
    }
  });
});

describe('a rollout', () => {
  const post = (step: string, body?: unknown) => server.admin('POST', `/rollout/${step}`, body);

  it('[FLAG-3] is started, advanced and halted', async () => {
    expect(json(await server.admin('GET', '/rollout'))).toEqual({
      status: 'none',
      percentage: null,
      schools: { on: 0, of: 1 },
    });
    const started = json(await post('start', { why: 'a quiet week' }));
    expect(started).toMatchObject({ status: 'running', stage: { number: 1, name: '1 school' } });
    expect(started.nextAtMs - started.enteredAtMs).toBe(24 * 3600 * 1000);
    expect(started.criteria.map(({ name }: { name: string }) => name)).toEqual([
      'disconnects',
      'rejections',
      'found-by-poll',
      'latency',
    ]);
    expect(await realtime()).toBe('on: percentage');
    expect(json(await post('advance'))).toMatchObject({ stage: { number: 6, name: '100 %' } });
    const halted = json(await post('halt'));
    expect(halted).toMatchObject({ status: 'halted', why: 'Halted by test' });
    expect(halted.percentage).toBe(started.percentage);
    const { changes } = json(await server.admin('GET', '/flags/history'));
    expect(changes).toHaveLength(3);
    expect(changes[2]).toMatchObject({ by: 'test', flag: 'rollout', why: 'a quiet week' });
  });

  it('[FLAG-1] is halted by the kill switch, and does not grow under it', async () => {
    await post('start');
    await put('/flags/kill', { kill: 'on', why: 'smoke' });
    expect(json(await server.admin('GET', '/rollout'))).toMatchObject({
      status: 'halted',
      why: 'The kill switch was set',
      percentage: 0,
    });
    expect(said(await post('start'))).toEqual([409, 'conflict']);
    await put('/flags/kill', { kill: 'off' });
    expect(await realtime()).toBe('off: percentage');
    const { changes } = json(await server.admin('GET', '/flags/history'));
    expect(changes.map(({ flag }: { flag: string }) => flag)).toEqual([
      'kill-switch',
      'rollout',
      'kill-switch',
      'rollout',
    ]);
  });

  it('is refused where it would observe nothing, and says why', async () => {
    const refused = async (step: string) => {
      const answer = await post(step);
      expect(said(answer)).toEqual([409, 'conflict']);
      return json(answer).message;
    };
    expect(await refused('advance')).toBe('No rollout is running');
    expect(await refused('halt')).toBe('No rollout is running');
    await put('/flags/realtime', { realtime: 'on' });
    expect(await refused('start')).toMatch(/^Realtime is on by default/);
    await put('/flags/percentage', { percentage: 100 });
    expect(await refused('start')).toBe('Realtime is on for every school already');
    await put('/flags/percentage', { percentage: 0 });
    expect((await post('start')).status).toBe(200);
    expect(await refused('start')).toBe('A rollout is running already');
    expect(said(await put('/flags/percentage', { percentage: 5 }))).toEqual([409, 'conflict']);
    const odd = await post('halt', { why: 7 });
    expect(said(odd)).toEqual([400, 'invalid_request']);
    expect(json(odd).violations[0].path).toBe('why');
  });
});
