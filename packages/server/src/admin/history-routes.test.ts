import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentInput } from '../content/content.fixture.js';
import { PNG } from '../testing/media-samples.fixture.js';
import type { TestAnswer } from '../testing/send-request.fixture.js';
import { TestServer } from '../testing/test-server.fixture.js';

const NORTH = '/schools/north';

let server: TestServer;

beforeEach(async () => {
  server = await TestServer.start();
  await server.addSchool('north', 'hall');
});

afterEach(() => server.close());

const json = (answer: TestAnswer): ReturnType<typeof JSON.parse> => JSON.parse(answer.text);
const history = async () => json(await server.admin('GET', `${NORTH}/history`)).publishes;
const content = async () => json(await server.admin('GET', `${NORTH}/content`));
const publish = async (value: unknown): Promise<string> =>
  json(await server.admin('PUT', `${NORTH}/content`, value)).revision;
const returnTo = (revision: string, headers = {}) =>
  server.admin('POST', `${NORTH}/return`, { revision }, headers);

describe('the history of a school', () => {
  it('tells each publish of content with its time, its author and what it was', async () => {
    const { secret } = await server.addKey('office');
    await publish(contentInput({ media: [] }));
    await server.admin('POST', `${NORTH}/screens`, { name: 'No content', groups: ['yard'] });
    server.clock.advance(60_000);
    const headers = { authorization: `Bearer ${secret}` };
    await server.admin('PUT', `${NORTH}/announcements/n1`, { title: 'Fair' }, headers);
    const epoch = await server.store.epoch();
    expect(await history()).toEqual([
      {
        revision: `${epoch}.4`,
        at: '2026-11-24T08:01:00.000Z',
        by: 'A office',
        what: 'announcement n1',
      },
      { revision: `${epoch}.2`, at: '2026-11-24T08:00:00.000Z', by: 'test', what: 'content' },
      {
        revision: `${epoch}.1`,
        at: '2026-11-24T08:00:00.000Z',
        by: 'test',
        what: 'the first content',
      },
    ]);
  });

  it('is returned to in one call, as a publish of its own', async () => {
    const first = contentInput({ media: [] });
    const good = await publish(first);
    const bad = await publish({ ...first, announcements: [], honours: [] });
    const answer = await returnTo(good);
    expect(answer.status).toBe(200);
    expect(await content()).toEqual(first);
    const { revision } = json(answer);
    expect([good, bad]).not.toContain(revision);
    expect((await history())[0]).toMatchObject({ revision, what: `return to ${good}` });
    // And back again.
    expect((await returnTo(bad)).status).toBe(200);
    expect(await content()).toMatchObject({ announcements: [], honours: [] });
    const { entries } = json(await server.admin('GET', '/audit'));
    expect(entries[0]).toMatchObject({ action: 'content.return', target: bad, outcome: 'done' });
  });

  it('shows the content of a publish', async () => {
    const revision = await publish(contentInput({ media: [] }));
    await publish(contentInput({ media: [], honours: [] }));
    const answer = await server.admin('GET', `${NORTH}/history/${revision}`);
    expect(json(answer)).toEqual(contentInput({ media: [] }));
  });

  it('knows no publish of other schools, of another store, or that it has forgotten', async () => {
    await server.addSchool('south', 'yard');
    for (let at = 0; at < 3; at += 1) await publish(contentInput({ media: [] }));
    const epoch = await server.store.epoch();
    for (const revision of [`${epoch}.99`, 'other.1']) {
      expect((await returnTo(revision)).status).toBe(404);
      expect((await server.admin('GET', `${NORTH}/history/${revision}`)).status).toBe(404);
    }
    const south = { revision: `${epoch}.3` };
    expect((await server.admin('POST', '/schools/south/return', south)).status).toBe(404);
    expect((await server.admin('GET', '/schools/nowhere/history')).status).toBe(404);
    expect(json(await returnTo('no revision')).violations).toMatchObject([{ path: 'revision' }]);
  });

  it('is returned to only on top of the revision that is asked for', async () => {
    const good = await publish(contentInput({ media: [] }));
    await publish(contentInput({ media: [], honours: [] }));
    const late = await returnTo(good, { 'if-match': `"${good}"` });
    expect([late.status, json(late).error]).toEqual([412, 'revision_mismatch']);
    expect(await content()).toMatchObject({ honours: [] });
  });

  it('is not returned to where a file of it is gone', async () => {
    const uploaded = await server.admin('POST', `${NORTH}/media`, PNG);
    const { file } = json(uploaded);
    const item = { id: 'm1', kind: 'image', file, durationMs: 8000 };
    const good = await publish({ ...contentInput(), media: [item] });
    await publish(contentInput({ media: [] }));
    await server.admin('DELETE', `${NORTH}/media/${file.hash}`);
    const answer = await returnTo(good);
    expect([answer.status, json(answer).error]).toEqual([400, 'invalid_content']);
    expect(json(answer).violations).toMatchObject([{ path: 'media[0].file.hash' }]);
    expect(await content()).toMatchObject({ media: [] });
  });

  it('[SEC-4] is for an office to read, and not to return to', async () => {
    const { secret } = await server.addKey('office');
    const headers = { authorization: `Bearer ${secret}` };
    const good = await publish(contentInput({ media: [] }));
    expect((await server.admin('GET', `${NORTH}/history`, undefined, headers)).status).toBe(200);
    expect((await returnTo(good, headers)).status).toBe(403);
  });
});
