import { PATHS } from '@hallboard/shared';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { TestAnswer } from '../testing/send-request.fixture.js';
import { TestServer } from '../testing/test-server.fixture.js';

let server: TestServer;
let token: string;

beforeEach(async () => {
  server = await TestServer.start();
  // Its id begins as another's does, and goes on with what could come before a separator.
  await server.addSchool('north-2', 'annexe');
  token = await server.addSchool('north', 'hall');
  await server.admin('POST', '/schools/north/screens', { id: 'door', name: 'Front Door' });
});

afterEach(() => server.close());

const json = (answer: TestAnswer): ReturnType<typeof JSON.parse> => JSON.parse(answer.text);
const ids = (answer: TestAnswer): string[] =>
  json(answer).screens.map(({ id }: { id: string }) => id);
const list = (query = '', headers = {}) =>
  server.admin('GET', `/screens${query}`, undefined, headers);

it('[BIND-5] lists the screens of all schools, those without a device first', async () => {
  expect(ids(await list())).toEqual(['door', 'hall', 'annexe']);
  await server.screen(PATHS.status, token, 'tv-1');
  await server.admin('DELETE', '/schools/north-2/screens/annexe');
  await expect.poll(async () => ids(await list())).toEqual(['door', 'hall']);
  expect(json(await list()).screens[1]).toMatchObject({
    schoolId: 'north',
    schoolName: 'north',
    state: 'bound',
    info: { name: 'hall' },
  });
});

it('goes from page to page without a gap', async () => {
  const found: string[] = [];
  for (let after: string | undefined = ''; after !== undefined; ) {
    const answer = await list(`?limit=1&after=${encodeURIComponent(after)}`);
    found.push(ids(answer).join());
    after = json(answer).next;
  }
  expect(found).toEqual(['door', 'hall', 'annexe']);
});

it.each([
  ['front%20d', ['door']],
  ['NORTH-2', ['annexe']],
  ['north', ['door', 'hall', 'annexe']],
  ['%20hall%20', ['hall']],
  ['cellar', []],
])('finds by part of a name: %s', async (find, found) => {
  expect(ids(await list(`?find=${find}`))).toEqual(found);
});

it('[SEC-4] lists only what a key is for', async () => {
  const { secret } = await server.addKey('it', { schools: ['north-2'] });
  expect(ids(await list('', { authorization: `Bearer ${secret}` }))).toEqual(['annexe']);
});

it('asks the store for nothing but the key, however many schools there are', async () => {
  await list();
  const before = server.faults.calls.length;
  await list('?find=hall');
  expect(server.faults.calls.slice(before)).toEqual(['adminKeyByHash']);
});
