import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { PATHS } from '@hallboard/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentInput } from '../content/content.fixture.js';
import type { TestAnswer } from '../testing/send-request.fixture.js';
import { TestServer } from '../testing/test-server.fixture.js';

const NORTH = '/schools/north';
const COVER = `${NORTH}/cover/2026-11-24`;
/** Who is away; in no other part of the content. */
const AWAY = 'Ms Cole';
const CHANGE = { class: '7a', slot: 'p1', teacher: 'Mr Haddad', absentTeacher: AWAY };

let server: TestServer;
/** The tokens of a screen in the entrance, one of year 7, and one in the staff room. */
let tokens: { hall: string; year7: string; staff: string };

const json = (answer: TestAnswer): ReturnType<typeof JSON.parse> => JSON.parse(answer.text);

async function addScreen(id: string, groups: readonly string[]): Promise<string> {
  const screen = { id, name: id, groups };
  return json(await server.admin('POST', `${NORTH}/screens`, screen)).token;
}

beforeEach(async () => {
  server = await TestServer.start();
  const hall = await server.addSchool('north', 'hall');
  const year7 = await addScreen('year-7', ['year-7']);
  const staff = await addScreen('staff-room', ['staff', 'year-7']);
  tokens = { hall, year7, staff };
  await publish();
});

afterEach(() => server.close());

async function publish(school = {}): Promise<void> {
  const content = contentInput({ cover: [{ ...CHANGE, id: 'c1', date: '2026-11-24' }], media: [] });
  const changed = { ...content, school: { ...content.school, ...school } };
  expect((await server.admin('PUT', `${NORTH}/content`, changed)).status).toBe(200);
}

/** Whether what each screen is given, in every encoding, names who is away. */
async function seen(name = AWAY): Promise<Record<string, boolean>> {
  const found: Record<string, boolean> = {};
  for (const [screen, token] of Object.entries(tokens)) {
    const forms: boolean[] = [];
    for (const encoding of ['identity', 'br', 'gzip']) {
      server.clock.advance(5000);
      const headers = { 'accept-encoding': encoding };
      const answer = await server.screen(PATHS.snapshot, token, `tv-${screen}`, { headers });
      expect(answer.status).toBe(200);
      const { 'content-encoding': sent } = answer.headers;
      const body =
        sent === 'br'
          ? brotliDecompressSync(answer.body)
          : sent === 'gzip'
            ? gunzipSync(answer.body)
            : answer.body;
      const text = body.toString('utf8');
      expect(text).toContain('Mr Haddad');
      forms.push(text.includes(name));
    }
    expect(new Set(forms).size).toBe(1);
    found[screen] = forms[0] === true;
  }
  return found;
}

const STAFF_ONLY = { hall: false, year7: false, staff: true };
const EVERYBODY = { hall: true, year7: true, staff: true };

describe('the name of a teacher who is away', () => {
  it('[SEC-4] reaches the screens of the staff alone, however the cover was published', async () => {
    expect(await seen()).toEqual(STAFF_ONLY);
    await server.admin('PUT', COVER, { cover: [{ ...CHANGE, kind: 'cover' }] });
    expect(await seen()).toEqual(STAFF_ONLY);
    await server.admin('POST', COVER, { ...CHANGE, slot: 'p2', groups: ['year-7'] });
    expect(await seen()).toEqual(STAFF_ONLY);
    await server.admin('PUT', `${NORTH}/announcements/n1`, { title: 'Fair' });
    await server.admin('PUT', `${NORTH}/day-plans/2026-11-24`, { title: 'Trip' });
    await server.admin('POST', `${NORTH}/alerts`, { kind: 'weather', title: 'Storm' });
    expect(await seen()).toEqual(STAFF_ONLY);
  });

  it('[SEC-4] comes back with no publish that the school returns to', async () => {
    await publish({ absentTeachers: 'all' });
    expect(await seen()).toEqual(EVERYBODY);
    await publish();
    expect(await seen()).toEqual(STAFF_ONLY);
    const { publishes } = json(await server.admin('GET', `${NORTH}/history`));
    await server.admin('POST', `${NORTH}/return`, { revision: publishes.at(-2).revision });
    expect(await seen()).toEqual(STAFF_ONLY);
  });

  it('[SEC-4] is not told by a note, unless to the staff', async () => {
    const note = 'For ms cole, in room 12';
    await server.admin('PUT', COVER, { cover: [{ ...CHANGE, note }] });
    expect(await seen()).toEqual(STAFF_ONLY);
    expect(await seen('ms cole')).toEqual(STAFF_ONLY);
    await server.admin('PUT', COVER, { cover: [{ ...CHANGE, note: 'In room 12' }] });
    expect(await seen('In room 12')).toEqual(EVERYBODY);
  });

  it('[SEC-4] is in no log, no audit log and no history', async () => {
    await server.admin('PUT', COVER, { cover: [CHANGE, { ...CHANGE, class: '9z' }] });
    await server.admin('POST', COVER, { ...CHANGE, slot: 'p2' });
    const told = [
      ...server.log,
      (await server.admin('GET', '/audit')).text,
      (await server.admin('GET', `${NORTH}/history`)).text,
      (await server.get('/metrics')).text,
    ];
    expect(told.filter((text) => text.includes(AWAY))).toEqual([]);
  });
});
