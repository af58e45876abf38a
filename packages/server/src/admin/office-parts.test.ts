import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentInput } from '../content/content.fixture.js';
import { PNG } from '../testing/media-samples.fixture.js';
import type { TestAnswer } from '../testing/send-request.fixture.js';
import { TestServer } from '../testing/test-server.fixture.js';

const CONTENT = '/schools/north/content';

let server: TestServer;
let office: { authorization: string };

beforeEach(async () => {
  server = await TestServer.start();
  await server.addSchool('north', 'hall');
  const { secret } = await server.addKey('office', { schools: ['north'] });
  office = { authorization: `Bearer ${secret}` };
});

afterEach(() => server.close());

const json = (answer: TestAnswer): ReturnType<typeof JSON.parse> => JSON.parse(answer.text);
const read = async () => json(await server.admin('GET', CONTENT, undefined, office));
const publish = (content: unknown) => server.admin('PUT', CONTENT, content, office);

describe('the office of a school', () => {
  it('[SEC-4] publishes notices, cover, media and alerts', async () => {
    const full = contentInput();
    await server.admin('PUT', CONTENT, contentInput({ announcements: [], cover: [], media: [] }));
    const content = await read();
    content.announcements = full.announcements;
    content.cover = full.cover;
    const { file } = json(await server.admin('POST', '/schools/north/media', PNG, office));
    content.media = [{ id: 'm1', kind: 'image', file, durationMs: 8000 }];
    content.alerts = [{ id: 'a1', kind: 'weather', title: 'Snow', startsAt: '2026-11-24T08:00' }];
    expect(json(await publish(content))).toEqual({ revision: expect.any(String) });
    expect(await read()).toEqual(content);
  });

  it('[SEC-4] may write out what goes without saying, and not change it', async () => {
    const before = await read();
    expect(before).not.toHaveProperty('holidays');
    const usual = { weekend: ['sat', 'sun'], cycle: { kind: 'weekdays' }, holidays: [], duty: [] };
    const content = { ...before, ...usual, announcements: [{ id: 'n1', title: 'Mine' }] };
    expect((await publish(content)).status).toBe(200);
    const answer = await publish({ ...content, weekend: ['sun'] });
    expect(json(answer).violations).toMatchObject([{ path: 'weekend' }]);
  });

  it('[SEC-4] publishes nothing else, and is told what it may not', async () => {
    const before = await read();
    const { divisions: _, ...rest } = structuredClone(before);
    rest.school.absentTeachers = 'all';
    rest.holidays = [{ from: '2026-12-24', title: 'Winter' }];
    rest.announcements = [{ id: 'n1', title: 'Concert tonight' }];
    const answer = await publish(rest);
    expect([answer.status, json(answer).error]).toEqual([403, 'forbidden']);
    const paths = json(answer).violations.map(({ path }: { path: string }) => path);
    expect(paths.sort()).toEqual(['divisions', 'holidays', 'school']);
    expect(await read()).toEqual(before);
  });

  it('publishes also while others do: without If-Match, on top of whatever is newest', async () => {
    const content = { ...(await read()), announcements: [{ id: 'n1', title: 'Mine' }] };
    const notice = { title: 'Theirs' };
    const answers = await Promise.all([
      server.admin('PUT', '/schools/north/announcements/a', notice),
      publish(content),
      server.admin('PUT', '/schools/north/announcements/b', notice),
      publish(content),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const late = await server.admin('PUT', CONTENT, content, { ...office, 'if-match': '"old.1"' });
    expect(late.status).toBe(412);
  });

  it('is told to read again where others changed the rest since, and then publishes', async () => {
    const content = await read();
    await server.admin('PUT', CONTENT, contentInput({ media: [] }));
    const stale = await publish(content);
    expect([stale.status, json(stale).message]).toEqual([403, expect.stringContaining('again')]);
    const { status } = await publish({ ...(await read()), announcements: [] });
    expect(status).toBe(200);
  });

  it('is told what is wrong with its content as anybody is', async () => {
    const content = { ...(await read()), announcements: [{ id: 'n1', title: '' }] };
    expect(json(await publish(content))).toMatchObject({ error: 'invalid_content' });
  });
});
