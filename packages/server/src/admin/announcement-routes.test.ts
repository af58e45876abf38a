import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestAnswer } from '../testing/send-request.fixture.js';
import { TestServer } from '../testing/test-server.fixture.js';

const NOTICES = '/schools/north/announcements';

let server: TestServer;

beforeEach(async () => {
  server = await TestServer.start();
  await server.addSchool('north', 'hall');
});

afterEach(() => server.close());

const json = (answer: TestAnswer): ReturnType<typeof JSON.parse> => JSON.parse(answer.text);
const titles = async (): Promise<string[]> =>
  json(await server.admin('GET', NOTICES)).announcements.map(
    ({ title }: { title: string }) => title,
  );

describe('announcements', () => {
  it('are added, replaced and removed one at a time, each as a publish', async () => {
    const added = await server.admin('POST', NOTICES, { title: 'Fair' });
    expect(added.status).toBe(201);
    const { announcement, revision } = json(added);
    expect(announcement).toMatchObject({ id: expect.stringMatching(/^notice-\w{16}$/) });
    expect(added.headers.etag).toBe(`"${revision}"`);
    const path = `${NOTICES}/${announcement.id}`;
    await server.admin('PUT', path, { title: 'Science fair', level: 'success' });
    await server.admin('PUT', `${NOTICES}/mine`, { title: 'Mine' });
    expect(await titles()).toEqual(['Science fair', 'Mine']);
    expect((await server.admin('DELETE', path)).status).toBe(200);
    expect(await titles()).toEqual(['Mine']);
    expect((await server.admin('DELETE', path)).status).toBe(404);
  });

  it('survive two offices that edit different ones at once', async () => {
    const names = Array.from({ length: 8 }, (_, at) => `notice-${at}`);
    const answers = await Promise.all(
      names.map((name) => server.admin('PUT', `${NOTICES}/${name}`, { title: name })),
    );
    expect(answers.map(({ status }) => status)).toEqual(names.map(() => 200));
    expect((await titles()).sort()).toEqual(names);
  });

  it('are changed on top of one revision only, where that is asked for', async () => {
    const { revision } = json(await server.admin('PUT', `${NOTICES}/a`, { title: 'A' }));
    const put = (title: string) =>
      server.admin('PUT', `${NOTICES}/a`, { title }, { 'if-match': `"${revision}"` });
    expect((await put('A2')).status).toBe(200);
    const late = await put('A3');
    expect([late.status, json(late).error]).toEqual([412, 'revision_mismatch']);
    expect(await titles()).toEqual(['A2']);
  });

  it('are refused with the field that is wrong', async () => {
    const answer = await server.admin('POST', NOTICES, { id: 'x', title: '', level: 'loud' });
    expect(json(answer)).toMatchObject({ error: 'invalid_content' });
    expect(
      json(answer)
        .violations.map(({ path }: { path: string }) => path)
        .sort(),
    ).toEqual(['id', 'level', 'title']);
    const window = { title: 'T', validFrom: '2026-11-25T08:00', validUntil: '2026-11-24T08:00' };
    expect(json(await server.admin('POST', NOTICES, window)).violations).toMatchObject([
      { path: 'announcements[0].validUntil' },
    ]);
    expect((await server.admin('GET', '/schools/nowhere/announcements')).status).toBe(404);
    expect((await server.admin('PUT', `${NOTICES}/not%20an%20id`, { title: 'T' })).status).toBe(
      404,
    );
    expect((await server.admin('PATCH', NOTICES, {})).status).toBe(405);
  });
});
