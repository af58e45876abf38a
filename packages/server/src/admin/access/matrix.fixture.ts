import type { AdminRole } from '../../store/records.js';
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
  /** The screen that it is about. @default 'hall' */
  readonly screen?: string;
}

const ALL: readonly AdminRole[] = ['owner', 'it', 'office'];
const TECHNICAL: readonly AdminRole[] = ['owner', 'it'];
const OWNER: readonly AdminRole[] = ['owner'];

const onScreen = { roles: TECHNICAL, school: 'path', status: 200 } as const;
const SCREEN = '/schools/:schoolId/screens/:screenId';

let drawn = 0;
const draw = () => {
  drawn += 1;
  return `drawn-${drawn}`;
};

/** A row for each route: one that has none fails the test of the matrix. */
export const MATRIX: Readonly<Record<string, MatrixRow>> = {
  'GET /schools': { roles: ALL, school: 'any', status: 200 },
  'POST /schools': {
    roles: OWNER,
    school: 'none',
    status: 201,
    body: () => ({ id: draw(), name: 'New', zone: 'Europe/Madrid', locale: 'en-GB' }),
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
};
