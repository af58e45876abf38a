import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestAnswer } from '../testing/send-request.fixture.js';
import { TestServer } from '../testing/test-server.fixture.js';

const MINUTE_MS = 60_000;

let server: TestServer;
let token: string;

beforeEach(async () => {
  server = await TestServer.start();
  token = await server.addSchool('north', 'hall');
  await server.admin('POST', '/schools/north/screens', { id: 'gym', name: 'Gym' });
});

afterEach(() => server.close());

const json = (answer: TestAnswer): ReturnType<typeof JSON.parse> => JSON.parse(answer.text);
const status = async () => json(await server.admin('GET', '/schools/north/status'));

/** Asks for the snapshot and reports that it is painted. */
async function paint(more: object = {}): Promise<void> {
  server.clock.advance(10_000);
  const { revision } = json(await server.screen('/api/display/snapshot', token, 'tv'));
  const report = {
    revision,
    paintedAt: server.clock.wallMs(),
    clockOffsetMs: 1200,
    skippedItems: 0,
    alerts: [],
    ...more,
  };
  const answer = await server.screen('/api/display/reports', token, 'tv', {
    method: 'POST',
    body: JSON.stringify(report),
    headers: { 'user-agent': 'Tizen 5' },
  });
  expect(answer.status).toBe(204);
}

describe('the status of screens', () => {
  it('[OBS-3] tells of each what it painted and how its device is', async () => {
    await paint({ storage: 'database', boots: 4, lastError: { code: 'timeout', at: 5 } });
    const { counts, screens } = await status();
    expect(counts).toEqual({ up: 1, stale: 0, silent: 0, never: 1 });
    expect(screens).toMatchObject([
      { id: 'gym', state: 'never' },
      {
        id: 'hall',
        name: 'hall',
        state: 'up',
        lastSeenAt: server.clock.wallMs(),
        report: {
          userAgent: 'Tizen 5',
          storage: 'database',
          boots: 4,
          clockOffsetMs: 1200,
          lastError: { code: 'timeout' },
        },
      },
    ]);
  });

  it('[OBS-3] tells a screen that shows what is old, and one that asks no more', async () => {
    await paint();
    const content = json(await server.admin('GET', '/schools/north/content'));
    await server.admin('PUT', '/schools/north/content', content);
    expect((await status()).screens[1].state).toBe('up');
    server.clock.advance(2 * MINUTE_MS + 1);
    expect((await status()).screens[1].state).toBe('stale');
    await paint();
    expect((await status()).screens[1].state).toBe('up');
    server.clock.advance(10 * MINUTE_MS + 1);
    expect((await status()).screens[1].state).toBe('silent');
  });

  it('[OBS-3] counts all of them for an operator of many schools', async () => {
    await server.addSchool('south', 'door');
    await paint();
    const answer = json(await server.admin('GET', '/status'));
    expect(answer.counts).toEqual({ up: 1, stale: 0, silent: 0, never: 2 });
    expect(answer.schools).toEqual([
      { id: 'north', counts: { up: 1, stale: 0, silent: 0, never: 1 } },
      { id: 'south', counts: { up: 0, stale: 0, silent: 0, never: 1 } },
    ]);
    expect((await server.admin('GET', '/schools/nowhere/status')).status).toBe(404);
  });

  it('[P-8] counts for a key of some schools those alone', async () => {
    await server.addSchool('south', 'door');
    const { secret } = await server.addKey('office', { schools: ['south'] });
    const headers = { authorization: `Bearer ${secret}` };
    const counts = { up: 0, stale: 0, silent: 0, never: 1 };
    expect(json(await server.admin('GET', '/status', undefined, headers))).toEqual({
      counts,
      schools: [{ id: 'south', counts }],
    });
  });

  it('leaves revoked screens out', async () => {
    await server.admin('DELETE', '/schools/north/screens/gym');
    expect((await status()).counts).toEqual({ up: 0, stale: 0, silent: 0, never: 1 });
  });
});

describe('receipts of alerts', () => {
  it('[ALERT-3] say which screens painted it and when, and which not yet', async () => {
    await paint();
    const alert = { kind: 'evacuate', title: 'Leave the building' };
    const { id } = json(await server.admin('POST', '/schools/north/alerts', alert)).alert;
    const yard = { ...alert, groups: ['yard'] };
    await server.admin('POST', '/schools/north/alerts', yard);
    const receipts = async () =>
      json(await server.admin('GET', '/schools/north/alerts')).alerts.map(
        (one: { receipts: unknown }) => one.receipts,
      );
    const nobody = { painted: [], waiting: [] };
    expect(await receipts()).toEqual([{ painted: [], waiting: ['hall'] }, nobody]);
    await paint({ alerts: [{ id, paintedAt: 77 }] });
    expect(await receipts()).toEqual([
      { painted: [{ screen: 'hall', at: 77 }], waiting: [] },
      nobody,
    ]);
  });
});
