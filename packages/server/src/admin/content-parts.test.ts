import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentInput } from '../content/content.fixture.js';
import type { TestAnswer } from '../testing/send-request.fixture.js';
import { TestServer } from '../testing/test-server.fixture.js';

const DATE = '2026-11-24';
const COVER = `/schools/north/cover/${DATE}`;
const PLANS = '/schools/north/day-plans';
const CHANGE = { class: '7a', slot: 'p1', teacher: 'Mr Haddad', absentTeacher: 'Ms Cole' };

let server: TestServer;

beforeEach(async () => {
  server = await TestServer.start();
  await server.addSchool('north', 'hall');
  const published = await server.admin('PUT', '/schools/north/content', {
    ...contentInput({ cover: [], media: [] }),
    dayTemplates: [{ id: 'early', title: 'Early closing', schedules: { main: 'short' } }],
  });
  expect(published.status).toBe(200);
});

afterEach(() => server.close());

const json = (answer: TestAnswer): ReturnType<typeof JSON.parse> => JSON.parse(answer.text);
const coverOf = async (date = DATE) =>
  json(await server.admin('GET', `/schools/north/cover/${date}`)).cover;
const paths = (answer: TestAnswer) =>
  json(answer).violations.map(({ path }: { path: string }) => path);
/** What the screen of the school is given. */
async function today(): Promise<ReturnType<typeof JSON.parse>> {
  const [body] = await server.store.bodies('north');
  return JSON.parse(body?.json.toString() ?? '').divisions[0].days.find(
    ({ date }: { date: string }) => date === DATE,
  );
}

describe("a date's cover", () => {
  it('is replaced in one call, and that of other dates stays', async () => {
    await server.admin('POST', '/schools/north/cover/2026-11-25', CHANGE);
    const room = { id: 'mine', class: '7a', slot: 'p2', kind: 'room-change', room: '12' };
    const answer = await server.admin('PUT', COVER, { cover: [CHANGE, room] });
    expect(answer.status).toBe(200);
    expect(answer.headers.etag).toBe(`"${json(answer).revision}"`);
    expect(await coverOf()).toMatchObject([
      { ...CHANGE, date: DATE, id: expect.stringMatching(/^cover-\w{16}$/) },
      { ...room, date: DATE },
    ]);
    await server.admin('PUT', COVER, { cover: [] });
    expect(await coverOf()).toEqual([]);
    expect(await coverOf('2026-11-25')).toHaveLength(1);
  });

  it('is changed one lesson at a time, by many at once', async () => {
    const ids = Array.from({ length: 8 }, (_, at) => `c${at}`);
    const answers = await Promise.all(
      ids.map((id) => server.admin('PUT', `${COVER}/${id}`, { ...CHANGE, note: id })),
    );
    expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 200));
    expect((await coverOf()).map(({ id }: { id: string }) => id).sort()).toEqual(ids);
    await server.admin('PUT', `${COVER}/c3`, { ...CHANGE, kind: 'moved', note: 'To lesson 2' });
    expect(await coverOf()).toContainEqual(expect.objectContaining({ id: 'c3', kind: 'moved' }));
    expect((await server.admin('DELETE', `${COVER}/c3`)).status).toBe(200);
    expect((await server.admin('DELETE', `${COVER}/c3`)).status).toBe(404);
    expect(await coverOf()).toHaveLength(7);
  });

  it('is refused with what is wrong with it', async () => {
    expect(
      paths(await server.admin('PUT', COVER, { cover: [{ slot: 'p1', date: DATE }] })),
    ).toEqual(['cover[0].class', 'cover[0].date']);
    expect(paths(await server.admin('POST', COVER, { ...CHANGE, class: '9z' }))).toEqual([
      'cover[0].class',
    ]);
    expect(paths(await server.admin('GET', '/schools/north/cover/2026-02-30'))).toEqual(['date']);
    await server.admin('PUT', `${COVER}/c1`, CHANGE);
    const elsewhere = await server.admin('PUT', '/schools/north/cover/2026-11-25/c1', CHANGE);
    expect(paths(elsewhere)).toEqual(['cover[1].id']);
  });

  it('is changed on top of one revision only, where that is asked for', async () => {
    const { revision } = json(await server.admin('POST', COVER, CHANGE));
    const match = { 'if-match': `"${revision}"` };
    expect((await server.admin('PUT', COVER, { cover: [] }, match)).status).toBe(200);
    const late = await server.admin('PUT', COVER, { cover: [CHANGE] }, match);
    expect([late.status, json(late).error]).toEqual([412, 'revision_mismatch']);
    expect(late.headers.etag).not.toBe(`"${revision}"`);
    expect(await coverOf()).toEqual([]);
  });
});

describe("a date's plan", () => {
  it('puts a template on it in one call, and takes it away again', async () => {
    expect((await server.admin('PUT', `${PLANS}/${DATE}`, { template: 'early' })).status).toBe(200);
    expect(await today()).toMatchObject({ title: 'Early closing', slots: [{ endText: '08:30' }] });
    const { dayTemplates, dayPlans } = json(await server.admin('GET', PLANS));
    expect(dayPlans).toEqual([{ date: DATE, template: 'early' }]);
    expect(dayTemplates).toMatchObject([{ id: 'early' }]);
    expect((await server.admin('DELETE', `${PLANS}/${DATE}`)).status).toBe(200);
    expect((await server.admin('DELETE', `${PLANS}/${DATE}`)).status).toBe(404);
    expect(await today()).not.toHaveProperty('title');
  });

  it('is one for all, and one for each division', async () => {
    await server.admin('PUT', `${PLANS}/${DATE}`, { title: 'Trip' });
    await server.admin('PUT', `${PLANS}/${DATE}?division=main`, { schedule: 'short' });
    await server.admin('PUT', `${PLANS}/${DATE}`, { title: 'Long trip' });
    expect(json(await server.admin('GET', PLANS)).dayPlans).toEqual([
      { date: DATE, division: 'main', schedule: 'short' },
      { date: DATE, title: 'Long trip' },
    ]);
    await server.admin('DELETE', `${PLANS}/${DATE}?division=main`);
    expect(await today()).toMatchObject({ title: 'Long trip' });
  });

  it('by hand covers that of an import, and uncovers it, until that is taken off too', async () => {
    const content = json(await server.admin('GET', `/schools/north/content`));
    const given = { date: DATE, schedule: 'short', source: 'import/dayplans' };
    await server.admin('PUT', `/schools/north/content`, { ...content, dayPlans: [given] });
    await server.admin('PUT', `${PLANS}/${DATE}`, { title: 'Trip' });
    const trip = { date: DATE, title: 'Trip' };
    expect(json(await server.admin('GET', PLANS)).dayPlans).toEqual([given, trip]);
    expect(await today()).toMatchObject({ title: 'Trip', slots: [{}, {}, {}] });
    await server.admin('DELETE', `${PLANS}/${DATE}`);
    expect(await today()).toMatchObject({ slots: [{ endText: '08:30' }] });
    await server.admin('DELETE', `${PLANS}/${DATE}`);
    expect(json(await server.admin('GET', PLANS)).dayPlans).toEqual([]);
    const mine = { title: 'Trip', source: 'import/dayplans' };
    expect(paths(await server.admin('PUT', `${PLANS}/${DATE}`, mine))).toEqual(['source']);
  });

  it('is refused with what is wrong with it', async () => {
    const plan = { template: 'exam', division: 'main' };
    expect(paths(await server.admin('PUT', `${PLANS}/${DATE}`, plan))).toEqual(['division']);
    expect(paths(await server.admin('PUT', `${PLANS}/${DATE}`, { template: 'exam' }))).toEqual([
      'dayPlans[0].template',
    ]);
    expect(paths(await server.admin('PUT', `${PLANS}/tomorrow`, {}))[0]).toBe('date');
  });
});
