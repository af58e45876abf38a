import { expect, vi } from 'vitest';
import { contentInput } from '../../content/content.fixture.js';
import type { AdminRole } from '../../store/records.js';
import { picture } from '../../testing/media-samples.fixture.js';
import type { TestServer } from '../../testing/test-server.fixture.js';

/** What one route should do; written down apart from `ADMIN_ROUTES`, to be compared with it. */
export interface MatrixRow {
  readonly roles: readonly AdminRole[];
  /** Where a school stands, if one is named; `none` asks for a key of the whole installation. */
  readonly school: 'path' | 'body' | 'none' | 'any';
  /** The answer to who may. */
  readonly status: number;
  /** What is sent for a school. */
  readonly body?: (server: TestServer, school: string) => unknown;
  /** What the address holds beside the school and its screen. */
  readonly param?: (server: TestServer) => Promise<string>;
  /** Brings about what the request is for. */
  readonly prepare?: (server: TestServer) => Promise<unknown>;
  /** Waits for what goes on in the background. */
  readonly settle?: (server: TestServer) => Promise<void>;
  /** The screen that it is about. @default 'hall' */
  readonly screen?: string;
}

const ALL: readonly AdminRole[] = ['owner', 'it', 'office'];
const TECHNICAL: readonly AdminRole[] = ['owner', 'it'];
const OWNER: readonly AdminRole[] = ['owner'];

const onScreen = { roles: TECHNICAL, school: 'path', status: 200 } as const;
const notice = { roles: ALL, school: 'path', status: 200 } as const;
const forAll = { roles: TECHNICAL, school: 'none', status: 200 } as const;

const NORTH = '/schools/north';
const DATE = '2026-11-24';
const NORTH_COVER = `${NORTH}/cover/${DATE}`;
const COVER = { class: '7a', slot: 'p1', kind: 'cancelled' };
const NEWS = { title: 'News' };
const WEATHER = { kind: 'weather', title: 'Stay inside' };
const SCREEN = '/schools/:schoolId/screens/:screenId';

let drawn = 0;
const draw = () => {
  drawn += 1;
  return `drawn-${drawn}`;
};

/** Posts something. @returns the answer. */
async function made(
  server: TestServer,
  path: string,
  body: unknown,
): Promise<ReturnType<typeof JSON.parse>> {
  return JSON.parse((await server.admin('POST', path, body)).text);
}

const onDate = async () => DATE;

/** A class for which there can be cover. */
async function withClass(server: TestServer): Promise<void> {
  await server.admin('PUT', `${NORTH}/content`, contentInput({ cover: [], media: [] }));
}

let returnTo = '';
async function newestRevision(server: TestServer): Promise<string> {
  return JSON.parse((await server.admin('GET', `${NORTH}/history`)).text).publishes[0].revision;
}

async function endRollout(server: TestServer): Promise<void> {
  await server.admin('POST', '/rollout/halt');
  await server.admin('PUT', '/flags/percentage', { percentage: 0 });
}

async function beginRollout(server: TestServer): Promise<void> {
  await endRollout(server);
  await server.admin('POST', '/rollout/start');
}

/** Until every school has the alerts for all, and none that was cleared. */
async function untilSpread(server: TestServer): Promise<void> {
  const idsOf = (alerts: readonly { readonly id: string }[]) => alerts.map(({ id }) => id);
  await vi.waitFor(
    async () => {
      const { alerts } = JSON.parse((await server.admin('GET', '/alerts')).text);
      for (const school of await server.store.schools()) {
        const held = (school.alerts ?? []).filter((alert) => alert.forAll === true);
        expect(idsOf(held)).toEqual(idsOf(alerts));
      }
    },
    { timeout: 20_000, interval: 5 },
  );
}

/** A row for each route: one that has none fails the test of the matrix. */
export const MATRIX: Readonly<Record<string, MatrixRow>> = {
  'GET /schools': { roles: ALL, school: 'any', status: 200 },
  'GET /screens': { roles: ALL, school: 'any', status: 200 },
  'POST /schools': {
    roles: OWNER,
    school: 'none',
    status: 201,
    body: () => ({ id: draw(), name: 'New', zone: 'Europe/Madrid', locale: 'en-GB' }),
  },
  'GET /schools/:schoolId/embedding': { roles: ALL, school: 'path', status: 200 },
  'PUT /schools/:schoolId/embedding': {
    roles: TECHNICAL,
    school: 'path',
    status: 200,
    body: () => ({ origins: ['https://www.example.org'] }),
  },
  'GET /schools/:schoolId/screens': { roles: ALL, school: 'path', status: 200 },
  'POST /schools/:schoolId/screens': {
    roles: TECHNICAL,
    school: 'path',
    status: 201,
    body: () => ({ id: draw(), name: 'New' }),
  },
  [`PATCH ${SCREEN}`]: { ...onScreen, body: () => ({ name: 'Changed' }) },
  [`DELETE ${SCREEN}`]: { ...onScreen, screen: 'spare' },
  [`POST ${SCREEN}/unbind`]: onScreen,
  [`POST ${SCREEN}/readmit`]: onScreen,
  [`POST ${SCREEN}/token`]: { ...onScreen, status: 201 },
  [`POST ${SCREEN}/commands`]: { ...onScreen, status: 202, body: () => ({ name: 'reload' }) },
  'POST /pairings/:code': {
    roles: TECHNICAL,
    school: 'body',
    status: 200,
    body: (_server, school) => ({ school, screen: `${school}-hall` }),
    param: async (server) => {
      const headers = { authorization: `Bearer ${draw().padEnd(43, 'x')}` };
      const answer = await server.get('/api/display/pairings', { method: 'POST', headers });
      return JSON.parse(answer.text).code;
    },
  },
  'GET /schools/:schoolId/content': { roles: ALL, school: 'path', status: 200 },
  'PUT /schools/:schoolId/content': {
    roles: ALL,
    school: 'path',
    status: 200,
    body: (_server, name) => ({
      school: { name, zone: 'Europe/Madrid', locale: 'en-GB' },
      divisions: [{ id: 'main', name, schedules: [], week: {} }],
      announcements: [{ id: 'n1', title: 'News' }],
    }),
  },
  'GET /schools/:schoolId/announcements': { roles: ALL, school: 'path', status: 200 },
  'POST /schools/:schoolId/announcements': { ...notice, status: 201, body: () => NEWS },
  'PUT /schools/:schoolId/announcements/:itemId': {
    ...notice,
    body: () => NEWS,
    param: async () => draw(),
  },
  'DELETE /schools/:schoolId/announcements/:itemId': {
    ...notice,
    param: async (server) => (await made(server, `${NORTH}/announcements`, NEWS)).announcement.id,
  },
  'GET /schools/:schoolId/cover/:date': { roles: ALL, school: 'path', status: 200, param: onDate },
  'PUT /schools/:schoolId/cover/:date': { ...notice, param: onDate, body: () => ({ cover: [] }) },
  'POST /schools/:schoolId/cover/:date': {
    ...notice,
    status: 201,
    prepare: withClass,
    param: onDate,
    body: () => COVER,
  },
  'PUT /schools/:schoolId/cover/:date/:itemId': {
    ...notice,
    prepare: withClass,
    param: async () => `${DATE}/${draw()}`,
    body: () => COVER,
  },
  'DELETE /schools/:schoolId/cover/:date/:itemId': {
    ...notice,
    prepare: withClass,
    param: async (server) => `${DATE}/${(await made(server, NORTH_COVER, COVER)).cover.id}`,
  },
  'GET /schools/:schoolId/day-plans': { roles: ALL, school: 'path', status: 200 },
  'PUT /schools/:schoolId/day-plans/:date': {
    ...onScreen,
    param: onDate,
    body: () => ({ title: 'Trip' }),
  },
  'DELETE /schools/:schoolId/day-plans/:date': {
    ...onScreen,
    prepare: (server) => server.admin('PUT', `${NORTH}/day-plans/${DATE}`, { title: 'Trip' }),
    param: onDate,
  },
  'GET /schools/:schoolId/history': { roles: ALL, school: 'path', status: 200 },
  'GET /schools/:schoolId/history/:revision': {
    roles: ALL,
    school: 'path',
    status: 200,
    param: newestRevision,
  },
  'POST /schools/:schoolId/return': {
    ...onScreen,
    prepare: async (server) => {
      returnTo = await newestRevision(server);
    },
    body: () => ({ revision: returnTo }),
  },
  'GET /schools/:schoolId/media': { roles: ALL, school: 'path', status: 200 },
  'POST /schools/:schoolId/media': { ...notice, status: 201, body: () => picture(200, draw()) },
  'DELETE /schools/:schoolId/media/:hash': {
    ...notice,
    param: async (server) => (await made(server, `${NORTH}/media`, picture(200, draw()))).file.hash,
  },
  'GET /schools/:schoolId/alerts': { roles: ALL, school: 'path', status: 200 },
  'POST /schools/:schoolId/alerts': { ...notice, status: 201, body: () => WEATHER },
  'DELETE /schools/:schoolId/alerts/:alertId': {
    ...notice,
    param: async (server) => (await made(server, `${NORTH}/alerts`, WEATHER)).alert.id,
  },
  'GET /status': { roles: ALL, school: 'any', status: 200 },
  'GET /schools/:schoolId/status': { roles: ALL, school: 'path', status: 200 },
  'GET /flags': { roles: TECHNICAL, school: 'any', status: 200 },
  'PUT /flags/kill': { ...forAll, body: () => ({ kill: 'off' }) },
  'PUT /flags/percentage': { ...forAll, body: () => ({ percentage: 12.5 }) },
  'GET /flags/history': forAll,
  'GET /rollout': forAll,
  'POST /rollout/start': { ...forAll, prepare: endRollout },
  'POST /rollout/advance': { ...forAll, prepare: beginRollout },
  'POST /rollout/halt': { ...forAll, prepare: beginRollout },
  'POST /backups': { roles: OWNER, school: 'none', status: 201 },
  'GET /schools/:schoolId/flags/realtime': { roles: TECHNICAL, school: 'path', status: 200 },
  'GET /flags/realtime': { roles: TECHNICAL, school: 'any', status: 200 },
  'PUT /flags/realtime': {
    roles: TECHNICAL,
    school: 'none',
    status: 200,
    body: () => ({ realtime: 'on' }),
  },
  'PUT /schools/:schoolId/flags/realtime': {
    roles: TECHNICAL,
    school: 'path',
    status: 200,
    body: () => ({ realtime: 'off' }),
  },
  'PUT /schools/:schoolId/flags/multi-device': {
    roles: TECHNICAL,
    school: 'path',
    status: 200,
    body: () => ({ multiDevice: 'on' }),
  },
  'GET /audit': { roles: TECHNICAL, school: 'any', status: 200 },
  'GET /openapi.json': { roles: ALL, school: 'any', status: 200 },
  'GET /keys': { roles: OWNER, school: 'any', status: 200 },
  'POST /keys': {
    roles: OWNER,
    school: 'any',
    status: 201,
    body: () => ({ name: 'New', role: 'office', schools: ['north'] }),
  },
  'DELETE /keys/:keyId': {
    roles: OWNER,
    school: 'any',
    status: 200,
    param: async (server) => (await server.addKey('it', { schools: ['north'] })).id,
  },
  'GET /alerts': { roles: ALL, school: 'none', status: 200 },
  'POST /alerts': {
    roles: ALL,
    school: 'none',
    status: 202,
    body: () => WEATHER,
    settle: untilSpread,
  },
  'DELETE /alerts/:alertId': {
    roles: ALL,
    school: 'none',
    status: 202,
    param: async (server) => (await made(server, '/alerts', WEATHER)).alert.id,
    settle: untilSpread,
  },
};
