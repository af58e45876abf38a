import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hello } from '../testing/gateway-world.fixture.js';
import type { TestAnswer } from '../testing/send-request.fixture.js';
import { TestServer } from '../testing/test-server.fixture.js';
import { RealSocket } from '../testing/test-socket.fixture.js';

const HOUR_MS = 3_600_000;
const ALERTS = '/schools/north/alerts';
const PATIENCE = { timeout: 20_000 };
const LOCKDOWN = { kind: 'lockdown', title: 'Lockdown', instruction: 'Stay inside.' };

let server: TestServer;
let token: string;

beforeEach(async () => {
  server = await TestServer.start();
  token = await server.addSchool('north', 'hall');
});

afterEach(() => server.close());

const json = (answer: TestAnswer): ReturnType<typeof JSON.parse> => JSON.parse(answer.text);

async function shown(withToken = token): Promise<ReturnType<typeof JSON.parse>> {
  server.clock.advance(10_000);
  return json(await server.screen('/api/display/snapshot', withToken, 'tv'));
}
const titles = async (withToken = token): Promise<string[]> =>
  (await shown(withToken)).alerts.map(({ title }: { title: string }) => title);

describe('alerts of a school', () => {
  it('[ALERT-1] last 2 h unless they say so, and come in order of severity', async () => {
    const nowMs = server.clock.wallMs();
    const weather = await server.admin('POST', ALERTS, { kind: 'weather', title: 'Storm' });
    expect(weather.status).toBe(201);
    expect(json(weather).alert).toEqual({
      id: expect.stringMatching(/^alert-\w{16}$/),
      kind: 'weather',
      title: 'Storm',
      groups: [],
      startsAt: nowMs,
      expiresAt: nowMs + 2 * HOUR_MS,
      drill: false,
      forAll: false,
    });
    await server.admin('POST', ALERTS, { ...LOCKDOWN, drill: true });
    const { alerts } = await shown();
    expect(alerts).toMatchObject([{ kind: 'lockdown', drill: true }, { kind: 'weather' }]);
    expect(json(await server.admin('GET', ALERTS)).alerts).toHaveLength(2);
  });

  it('[ALERT-1] last at most 24 h, and what is wrong is named', async () => {
    const nowMs = server.clock.wallMs();
    const post = (more: object) => server.admin('POST', ALERTS, { ...LOCKDOWN, ...more });
    expect((await post({ expiresAt: nowMs + 24 * HOUR_MS })).status).toBe(201);
    for (const expiresAt of [nowMs, nowMs + 24 * HOUR_MS + 1]) {
      const answer = await post({ expiresAt });
      expect(answer.status).toBe(400);
      expect(json(answer)).toMatchObject({
        error: 'invalid_request',
        violations: [{ path: 'expiresAt', message: expect.stringContaining('24 hours') }],
      });
    }
    for (const lastsMs of [0, 24 * HOUR_MS + 1]) {
      expect(json(await post({ lastsMs })).violations).toMatchObject([{ path: 'lastsMs' }]);
    }
    const lasting = json(await post({ lastsMs: HOUR_MS })).alert;
    expect(lasting.expiresAt).toBe(server.clock.wallMs() + HOUR_MS);
    expect((await post({ lastsMs: 1, expiresAt: nowMs + 1 })).status).toBe(400);
    const answer = await post({ kind: 'meteor', title: '', startsAt: nowMs });
    expect(
      json(answer)
        .violations.map(({ path }: { path: string }) => path)
        .sort(),
    ).toEqual(['kind', 'startsAt', 'title']);
    expect((await server.admin('POST', '/schools/nowhere/alerts', LOCKDOWN)).status).toBe(404);
  });

  it('[ALERT-1] outlive a publish of older content, and end when they are cleared', async () => {
    const content = json(await server.admin('GET', '/schools/north/content'));
    const { alert } = json(await server.admin('POST', ALERTS, LOCKDOWN));
    await server.admin('PUT', '/schools/north/content', content);
    expect(await titles()).toEqual(['Lockdown']);
    expect((await server.admin('DELETE', `${ALERTS}/${alert.id}`)).status).toBe(200);
    expect(await titles()).toEqual([]);
    expect((await server.admin('DELETE', `${ALERTS}/${alert.id}`)).status).toBe(404);
  });

  it('are lost to no publish that happens at the same time', async () => {
    const content = json(await server.admin('GET', '/schools/north/content'));
    const all = await Promise.all(
      Array.from({ length: 6 }, (_, at) => [
        server.admin('POST', ALERTS, { ...LOCKDOWN, title: `Alert ${at}` }),
        server.admin('PUT', '/schools/north/content', content),
      ]).flat(),
    );
    expect(all.map(({ status }) => status).every((status) => status < 300)).toBe(true);
    expect((await titles()).sort()).toEqual([0, 1, 2, 3, 4, 5].map((at) => `Alert ${at}`));
  });

  it('leave the body with the next publish once they are over', async () => {
    await server.admin('POST', ALERTS, LOCKDOWN);
    const content = json(await server.admin('GET', '/schools/north/content'));
    server.clock.advance(2 * HOUR_MS);
    expect(json(await server.admin('GET', ALERTS)).alerts).toEqual([]);
    await server.admin('PUT', '/schools/north/content', content);
    expect(await titles()).toEqual([]);
    expect((await server.store.school('north'))?.alerts).toBeUndefined();
  });

  it('[ALERT-2] are told to sockets at once, right after another publish', async () => {
    await server.admin('PUT', '/flags/realtime', { realtime: 'on' });
    await shown();
    const socket = new RealSocket(`${server.url}/ws/display`);
    await socket.send(hello(token, 'tv'));
    await socket.next('welcome');
    const content = json(await server.admin('GET', '/schools/north/content'));
    // The clock stands still: what is coalesced is not told.
    await server.admin('PUT', '/schools/north/content', content);
    expect(await socket.next('invalidate')).not.toHaveProperty('urgent');
    await server.admin('PUT', '/schools/north/content', content);
    const { alert } = json(await server.admin('POST', ALERTS, LOCKDOWN));
    const told = () => socket.frames.filter(({ type }) => type === 'invalidate');
    await vi.waitFor(() => expect(told()).toMatchObject([{}, { urgent: true, spreadMs: 0 }]));
    const { revision } = json(await server.admin('DELETE', `${ALERTS}/${alert.id}`));
    await vi.waitFor(() => expect(told()[2]).toMatchObject({ urgent: true, revision }));
    socket.close();
  });
});

describe('alerts for all schools', () => {
  it('[ALERT-1] are one record that reaches every school, and later ones too', async () => {
    const south = await server.addSchool('south', 'gym');
    const answer = await server.admin('POST', '/alerts', LOCKDOWN);
    expect(answer.status).toBe(202);
    const { id } = json(answer).alert;
    await vi.waitFor(async () => {
      expect(json(await server.admin('GET', '/alerts')).alerts).toMatchObject([
        { id, forAll: true, schools: { reached: 2, all: 2 } },
      ]);
    }, PATIENCE);
    expect([await titles(), await titles(south)]).toEqual([['Lockdown'], ['Lockdown']]);

    const late = await server.addSchool('late', 'door');
    await vi.waitFor(async () => expect(await titles(late)).toEqual(['Lockdown']), PATIENCE);
    const refused = await server.admin('DELETE', `${ALERTS}/${id}`);
    expect([refused.status, json(refused).error]).toEqual([409, 'conflict']);

    expect((await server.admin('DELETE', `/alerts/${id}`)).status).toBe(202);
    await vi.waitFor(async () => {
      expect([await titles(), await titles(south), await titles(late)]).toEqual([[], [], []]);
    }, PATIENCE);
    expect((await server.admin('DELETE', `/alerts/${id}`)).status).toBe(404);
  });
});
