import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestAnswer } from '../testing/send-request.fixture.js';
import { TestServer } from '../testing/test-server.fixture.js';

let server: TestServer;

beforeEach(async () => {
  server = await TestServer.start();
  await server.addSchool('a', 'a1');
});

afterEach(() => server.close());

const json = (answer: TestAnswer): ReturnType<typeof JSON.parse> => JSON.parse(answer.text);

/** The ids of a list's pages. */
async function pages(path: string, list: string, limit: number): Promise<string[][]> {
  const found: string[][] = [];
  let after = '';
  do {
    const answer = json(await server.admin('GET', `${path}?limit=${limit}${after}`));
    found.push(answer[list].map(({ id }: { id: string }) => id));
    after = answer.next === undefined ? '' : `&after=${encodeURIComponent(answer.next)}`;
  } while (after !== '');
  return found;
}

describe('lists in pages', () => {
  it('go from page to page without a gap, and end with the last item', async () => {
    for (const id of ['b', 'c', 'd']) await server.addSchool(id, `${id}1`);
    expect(await pages('/schools', 'schools', 3)).toEqual([['a', 'b', 'c'], ['d']]);
    expect(await pages('/schools', 'schools', 2)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    await server.admin('POST', '/schools/a/screens', { id: 'a2', name: 'x' });
    expect(await pages('/schools/a/screens', 'screens', 1)).toEqual([['a1'], ['a2']]);
    const later = await server.addKey('it', { createdAtMs: server.clock.wallMs() + 1 });
    expect(await pages('/keys', 'keys', 1)).toEqual([['k1'], [later.id]]);
  });

  it('take no cursor of another list', async () => {
    const answer = await server.admin('GET', '/keys?after=hall');
    expect([answer.status, json(answer).violations]).toEqual([
      400,
      [{ path: 'after', message: 'must be the next of a page' }],
    ]);
  });

  it('come whole where they are small', async () => {
    const answer = json(await server.admin('GET', '/schools/a/screens'));
    expect(Object.keys(answer)).toEqual(['screens']);
  });

  it.each(['0', '1001', '1.5', '-1', 'all', ''])('take no limit of "%s"', async (limit) => {
    const answer = await server.admin('GET', `/schools?limit=${limit}`);
    expect([answer.status, json(answer).violations]).toEqual([
      400,
      [{ path: 'limit', message: 'must be a whole number from 1 to 1000' }],
    ]);
  });
});
