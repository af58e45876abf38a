import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { PATHS } from '@hallboard/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildBodies } from '../content/bodies/build-bodies.js';
import { contentInput } from '../content/content.fixture.js';
import { importFiles } from '../import/import-files.fixture.js';
import { writeWorkbook } from '../import/workbook.fixture.js';
import { runCli } from '../testing/run-cli.fixture.js';
import type { TestAnswer } from '../testing/send-request.fixture.js';
import { TestServer } from '../testing/test-server.fixture.js';

const NORTH = '/schools/north';
const COVER = `${NORTH}/cover/2026-11-24`;
/** Who is away; in no other part of the content. */
const AWAY = 'Ms Cole';
const CHANGE = { class: '7a', slot: 'p1', teacher: 'Mr Haddad', absentTeacher: AWAY };

/** The same change, in the formats that have cover; the names of files are for the staff too. */
const IMPORTED: Readonly<Record<string, Readonly<Record<string, string | Uint8Array>>>> = {
  CSV: {
    'Absent today Ms Cole.csv':
      'date,period,class,teacher,absent,note\n2026-11-24,1,7A,Mr Haddad,Ms Cole,Cole is ill\n',
  },
  'a workbook': {
    'cover.xlsx': writeWorkbook({
      Cover: [
        ['date', 'period', 'class', 'teacher', 'absent', 'note'],
        ['2026-11-24', 1, '7A', 'Mr Haddad', 'Ms Cole', 'for Ms Cole'],
      ],
    }),
  },
  Untis: {
    'GPU004.TXT': '"COL","Ms Cole"\n"HAD","Mr Haddad"\n',
    'GPU014.TXT': '1,"20261124",1,,,"COL","HAD","M",,,,"11",,,"7A",,"COL krank",,,"S"\n',
  },
};

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

  it.each(Object.entries(IMPORTED))(
    '[SEC-4] reaches the screens of the staff alone, imported from %s, unless the school decides otherwise',
    async (_, files) => {
      await server.admin('PUT', COVER, { cover: [] });
      const world = {
        env: { HALLBOARD_URL: server.url, HALLBOARD_KEY: server.adminKey },
        files,
      };
      await runCli(world, ['import', 'north', ...Object.keys(files)]);
      const { cover } = json(await server.admin('GET', COVER));
      expect(cover).toMatchObject([{ teacher: 'Mr Haddad', absentTeacher: AWAY }]);
      for (const name of ['Cole', 'COL', 'cole']) {
        expect(await seen(name)).toMatchObject({ hall: false, year7: false });
      }
      expect(await seen()).toEqual(STAFF_ONLY);

      const content = json(await server.admin('GET', `${NORTH}/content`));
      content.school.absentTeachers = 'all';
      expect((await server.admin('PUT', `${NORTH}/content`, content)).status).toBe(200);
      expect(await seen()).toEqual(EVERYBODY);
    },
  );

  it('[SEC-4] is told by no ETag: public bodies are the same whoever is away', async () => {
    const built = async (absent: string) => {
      const text = `date,period,class,teacher,absent,note\n2026-11-24,1,7A,Mr Haddad,${absent},for ${absent}\n`;
      const { content } = await importFiles({ 'cover.csv': text });
      const views = [[], ['year-7'], ['staff']].map((groups) => ({
        layout: 'board' as const,
        groups,
      }));
      const bodies = await buildBodies({ content, today: '2026-11-24', revision: 'k3x9.1', views });
      if (bodies.kind !== 'built') throw new Error(bodies.kind);
      return bodies.bodies.map(({ etag, json: bytes }) => [etag, bytes.toString('utf8')]);
    };
    const [one, other] = [await built('Ms Cole'), await built('Dr Petrov')];
    expect(one.slice(0, 2)).toEqual(other.slice(0, 2));
    expect(one[2]?.[0]).not.toBe(other[2]?.[0]);
    expect(one[2]?.[1]).toContain('Ms Cole');
    expect(other[2]?.[1]).toContain('Dr Petrov');
  });

  it('[SEC-4] is confirmed to no screen that asks with the ETag of another group', async () => {
    const ask = (token: string, headers = {}) => {
      server.clock.advance(5000);
      return server.screen(PATHS.snapshot, token, `tv-${token}`, { headers });
    };
    const staff = await server.screen(PATHS.snapshot, tokens.staff, 'tv-staff-room');
    const etag = staff.headers.etag ?? '';
    expect(etag).not.toBe('');
    const hall = await ask(tokens.hall, { 'if-none-match': etag });
    expect(hall.status).toBe(200);
    expect(hall.text).not.toContain(AWAY);
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
