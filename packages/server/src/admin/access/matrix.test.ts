import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AdminRole } from '../../store/records.js';
import type { TestAnswer } from '../../testing/send-request.fixture.js';
import { TestServer } from '../../testing/test-server.fixture.js';
import type { Operation } from '../openapi/operation.js';
import { OPERATIONS } from '../openapi/operations.js';
import { MATRIX, type MatrixRow } from './matrix.fixture.js';
import { ADMIN_ROUTES } from './route-table.js';

const ROLES: readonly AdminRole[] = ['owner', 'it', 'office'];

let server: TestServer;
/** A key of each role for the whole installation, and one for the school `north` alone. */
const secrets = new Map<string, string>();
const secretOf = (name: string): string => secrets.get(name) ?? '';

beforeAll(async () => {
  server = await TestServer.start();
  for (const school of ['north', 'south']) {
    await server.addSchool(school, `${school}-hall`);
    const spare = { id: `${school}-spare`, name: 'Spare' };
    await server.admin('POST', `/schools/${school}/screens`, spare);
  }
  for (const role of ROLES) {
    secrets.set(role, (await server.addKey(role)).secret);
    secrets.set(`${role} of north`, (await server.addKey(role, { schools: ['north'] })).secret);
  }
  const revoked = await server.addKey('owner');
  await server.store.revokeAdminKey(revoked.id, server.clock.wallMs());
  secrets.set('revoked', revoked.secret);
  const expiresAtMs = server.clock.wallMs();
  secrets.set('expired', (await server.addKey('owner', { expiresAtMs })).secret);
});

afterAll(() => server.close());

async function call(
  route: string,
  row: MatrixRow,
  authorization: string | undefined,
  school: string,
): Promise<TestAnswer> {
  const [method = '', path = ''] = route.split(' ');
  await row.prepare?.(server);
  const param = await row.param?.(server);
  await row.settle?.(server);
  const address = path
    .replace(':schoolId', school)
    .replace(':screenId', `${school}-${row.screen ?? 'hall'}`)
    .replace(/:.*/, param ?? '');
  // Wrong keys have a limit of their own, which is not looked at here.
  server.clock.advance(10_000);
  server.faults.calls.length = 0;
  const body = row.body?.(server, school);
  const answer = await server.get(`/api/admin${address}`, {
    method,
    headers: authorization === undefined ? {} : { authorization },
    ...(body === undefined ? {} : { body: Buffer.isBuffer(body) ? body : JSON.stringify(body) }),
  });
  await row.settle?.(server);
  return answer;
}

const said = (answer: TestAnswer): string => {
  const code = JSON.parse(answer.text).error;
  return code === undefined ? String(answer.status) : `${answer.status} ${code}`;
};

/** A refused request writes nothing. The index reads on by itself, whoever asks. */
function expectUntouched(): void {
  const writes = /^(add|begin|set|publish|update|revoke|claim|unbind|readmit|replace|write|backUp)/;
  expect(server.faults.calls.filter((name) => writes.test(name))).toEqual([]);
}

/** An answer holds what the API's description says, and nothing that it does not. */
function expectDescribed(route: string, { status }: MatrixRow, answer: TestAnswer): void {
  expect(answer.status).toBe(status);
  const described = new Map<string, Operation>(Object.entries(OPERATIONS)).get(route);
  if (described === undefined) throw new Error(`${route} is not described`);
  expect(described.status ?? 200).toBe(status);
  const body = JSON.parse(answer.text);
  expect(v.parse(described.answer, body)).toMatchObject(body);
}

/** The schools that a route is tried with: for those that name none, it makes no difference. */
const schoolsFor = ({ school }: MatrixRow) =>
  school === 'path' || school === 'body' ? ['north', 'south', 'nowhere'] : ['north'];

describe('the table of routes', () => {
  it('[SEC-4] has a row in this matrix for each route', () => {
    expect(Object.keys(MATRIX).sort()).toEqual(Object.keys(ADMIN_ROUTES).sort());
  });
});

describe.each(Object.entries(MATRIX))('%s', (route, row) => {
  it('[SEC-1] opens to no key that is missing, malformed, unknown, revoked or expired', async () => {
    for (const [authorization, expected] of [
      [undefined, '401 token_required'],
      ['Basic b3duZXI6', '401 token_required'],
      ['Bearer no key', '401 token_required'],
      [`Bearer ${'x'.repeat(129)}`, '401 token_required'],
      ['Bearer hb_unknown', '403 forbidden'],
      [`Bearer ${secretOf('revoked')}`, '403 forbidden'],
      [`Bearer ${secretOf('expired')}`, '403 forbidden'],
    ] as const) {
      expect([authorization, said(await call(route, row, authorization, 'north'))]).toEqual([
        authorization,
        expected,
      ]);
      expectUntouched();
    }
  });

  it.each(ROLES)('[SEC-4] lets the role %s do what it may, in any school', async (role) => {
    const answer = await call(route, row, `Bearer ${secretOf(role)}`, 'north');
    if (row.roles.includes(role)) return expectDescribed(route, row, answer);
    expect(said(answer)).toBe('403 forbidden');
    expectUntouched();
  });

  it.each(ROLES)('[P-8] shows the role %s of a school no other one', async (role) => {
    const answers = new Map<string, TestAnswer>();
    for (const school of schoolsFor(row)) {
      const answer = await call(route, row, `Bearer ${secretOf(`${role} of north`)}`, school);
      answers.set(school, answer);
      if (!row.roles.includes(role) || row.school === 'none') {
        expect(said(answer)).toBe('403 forbidden');
      } else if (school !== 'north') {
        expect(said(answer)).toBe('404 not_found');
      } else {
        expect(answer.status).toBe(row.status);
        continue;
      }
      expectUntouched();
    }
    // Word for word: nobody can tell another's school from one that does not exist.
    expect(answers.get('south')?.text).toBe(answers.get('nowhere')?.text);
  });
});
