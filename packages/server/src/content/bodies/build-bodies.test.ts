import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { receiveSnapshot, type Snapshot, type View } from '@hallboard/shared';
import { describe, expect, it } from 'vitest';
import { schoolContent } from '../content.fixture.js';
import type { SchoolContentInput } from '../schema/content-schema.js';
import { type BuildInput, buildBodies } from './build-bodies.js';

const BOARD: View = { layout: 'board', groups: [] };
const STAFF: View = { layout: 'board', groups: ['staff'] };

async function build(change: Partial<SchoolContentInput> = {}, more: Partial<BuildInput> = {}) {
  const content = schoolContent(change);
  return buildBodies({
    content,
    today: '2026-11-24',
    revision: 'k3x9.12',
    views: [BOARD],
    ...more,
  });
}

async function bodiesOf(...input: Parameters<typeof build>) {
  const built = await build(...input);
  if (built.kind !== 'built') throw new Error(JSON.stringify(built));
  return built.bodies;
}

/** The snapshots as a player reads them. */
async function snapshots(...input: Parameters<typeof build>): Promise<Snapshot[]> {
  return (await bodiesOf(...input)).map(({ json }) => {
    const received = receiveSnapshot(JSON.parse(json.toString('utf8')));
    if (!received.ok) throw new Error(JSON.stringify(received.violations));
    expect(received.value.skippedItems).toBe(0);
    return received.value.snapshot;
  });
}

async function snapshot(...input: Parameters<typeof build>): Promise<Snapshot> {
  const [first] = await snapshots(...input);
  if (!first) throw new Error('no body');
  return first;
}

const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

describe('buildBodies', () => {
  it('[SNAP-1] builds what a player accepts', async () => {
    const built = await snapshot();
    expect(built).toMatchObject({
      schema: { major: 1, minor: 1 },
      revision: 'k3x9.12',
      school: {
        name: 'Riverside School',
        zone: 'Europe/Madrid',
        offsets: [{ from: expect.any(Number), minutes: 60 }],
        direction: 'ltr',
        theme: { mode: 'dark' },
      },
      view: BOARD,
      timetable: { classes: [{ id: '7a' }], lessons: [{ subject: 'Mathematics' }] },
      announcements: [{ id: 'fair', level: 'info', groups: [] }],
      honours: [{ id: 'h1' }],
      cover: [{ id: 'c1', kind: 'cover' }],
      media: [{ id: 'm1' }],
    });
  });

  it('[TIME-3] says what the bells sound like, where the school has its own', async () => {
    const period = { hash: 'b'.repeat(64), mimeType: 'audio/mpeg', bytes: 900 };
    const bells = { sounds: { period } };
    expect(await snapshot({ bells })).toMatchObject({ schema: { minor: 1 }, bells });
  });

  it('[SNAP-5] gives the same bytes for the same input, in every encoding', async () => {
    const views = [BOARD, STAFF];
    expect(await bodiesOf({}, { views })).toEqual(await bodiesOf({}, { views }));
    const [first] = await bodiesOf();
    const [next] = await bodiesOf({}, { revision: 'k3x9.13' });
    expect(next?.etag).not.toBe(first?.etag);
    if (!first) throw new Error('no body');
    expect(brotliDecompressSync(first.brotli)).toEqual(first.json);
    expect(gunzipSync(first.gzip)).toEqual(first.json);
    expect(first.etag).toMatch(/^"[0-9a-f]{32}"$/);
  });

  it('[P-8] gives each view what is for all and what is for its groups, and nothing else', async () => {
    const notice = (id: string, groups: string[]) => ({ id, title: id, groups });
    const announcements = [notice('all', []), notice('staff', ['staff']), notice('7', ['year-7'])];
    const views = [BOARD, STAFF, { ...BOARD, groups: ['staff', 'year-7'] }];
    const built = await snapshots({ announcements }, { views });
    expect(built.map((each) => ids(each.announcements))).toEqual([
      ['all'],
      ['all', 'staff'],
      ['all', 'staff', '7'],
    ]);
    expect(JSON.stringify(built[0])).not.toContain('year-7');
  });

  it('[SEC-4] names absent teachers to staff only, unless the school decides otherwise', async () => {
    const absent = async (school: Partial<SchoolContentInput['school']>) => {
      const settings = { name: 'S', zone: 'UTC', locale: 'en', ...school };
      const built = await snapshots({ school: settings }, { views: [BOARD, STAFF] });
      return built.map(({ cover }) => cover[0]?.absentTeacher);
    };
    expect(await absent({})).toEqual([undefined, 'Ms Cole']);
    expect(await absent({ absentTeachers: 'all' })).toEqual(['Ms Cole', 'Ms Cole']);
    expect(await absent({ staffGroups: ['office'] })).toEqual([undefined, undefined]);
  });

  it('[SNAP-2] turns windows into instants by the school’s clock', async () => {
    const window = { validFrom: '2026-11-24T07:00', validUntil: '2026-11-24T16:30' };
    const { announcements } = await snapshot({
      announcements: [{ id: 'a', title: 'A', ...window }],
    });
    expect(announcements[0]).toMatchObject({
      validFrom: Date.parse('2026-11-24T07:00+01:00'),
      validUntil: Date.parse('2026-11-24T16:30+01:00'),
    });
  });

  it('leaves out what cannot be shown within the program, and nothing else', async () => {
    const notice = (id: string, window: object) => ({ id, title: id, ...window });
    const cover = (date: string) => ({ id: date, date, slot: 'p1', class: '7a' });
    const built = await snapshot({
      announcements: [
        notice('over', { validUntil: '2026-11-23T00:00' }),
        notice('last-night', { validUntil: '2026-11-23T00:01' }),
        notice('soon', { validFrom: '2026-12-29T23:59' }),
        notice('later', { validFrom: '2026-12-30T00:00' }),
      ],
      cover: ['2026-11-22', '2026-11-23', '2026-12-29', '2026-12-30'].map(cover),
    });
    expect(ids(built.announcements)).toEqual(['last-night', 'soon']);
    expect(ids(built.cover)).toEqual(['2026-11-23', '2026-12-29']);
  });

  it('puts a duty on every date of its day of the cycle', async () => {
    const holidays = [{ from: '2026-12-02', title: 'Free' }];
    const duty = [
      { id: 'gate', cycleDay: 'wed', teacher: 'Dr Petrov', place: 'Gate' },
      { id: 'hall', date: '2026-11-24', slot: 'p1', teacher: 'Ms Cole', place: 'Hall' },
    ];
    const built = await snapshot({ holidays, duty });
    expect(ids(built.duty)).toEqual([
      'gate/2026-11-25',
      'gate/2026-12-09',
      'gate/2026-12-16',
      'gate/2026-12-23',
      'hall',
    ]);
    expect(built.duty[0]).toMatchObject({ date: '2026-11-25', teacher: 'Dr Petrov' });
    expect(built.duty[0]).not.toHaveProperty('cycleDay');
  });

  it('[ALERT-1] orders alerts by severity, and lets one last 2 h unless it says otherwise', async () => {
    const alert = { title: 'T', startsAt: '2026-11-24T09:00' };
    const { alerts } = await snapshot({
      alerts: [
        { ...alert, id: 'note', kind: 'information', expiresAt: '2026-11-24T09:15' },
        { ...alert, id: 'storm', kind: 'weather' },
        { ...alert, id: 'stay', kind: 'lockdown' },
        { ...alert, id: 'past', kind: 'lockdown', startsAt: '2026-11-22T09:00' },
      ],
    });
    expect(ids(alerts)).toEqual(['stay', 'storm', 'note']);
    const startsAt = Date.parse('2026-11-24T09:00+01:00');
    expect(alerts[0]).toMatchObject({ startsAt, expiresAt: startsAt + 7_200_000, drill: false });
    expect(alerts[2]?.expiresAt).toBe(startsAt + 900_000);
  });

  it.each([
    ['en-GB', undefined, 'ltr'],
    ['ar-SA', undefined, 'rtl'],
    ['ur', undefined, 'rtl'],
    ['he-IL', undefined, 'rtl'],
    ['ar-SA', 'ltr', 'ltr'],
  ] as const)(
    'writes %s in the direction of its script, unless told (%s): %s',
    async (locale, direction, expected) => {
      const school = { name: 'S', zone: 'UTC', locale, ...(direction && { direction }) };
      expect((await snapshot({ school })).school.direction).toBe(expected);
    },
  );

  it('[SNAP-5] refuses a body that is too large, and names its parts', async () => {
    const announcements = Array.from({ length: 300 }, (_, index) => ({
      id: `a${index}`,
      title: 'Long',
      body: 'x'.repeat(4000),
    }));
    const refused = await build({ announcements });
    if (refused.kind !== 'too-large') throw new Error(`expected a refusal, not ${refused.kind}`);
    expect(refused).toMatchObject({ viewKey: 'board', encoding: 'json', limitBytes: 1_048_576 });
    expect(refused.bytes).toBeGreaterThan(1_200_000);
    expect(refused.parts[0]?.path).toBe('announcements');
    expect(refused.parts[0]?.bytes).toBeGreaterThan(1_200_000);
    expect(refused.parts.map(({ path }) => path)).toContain('divisions');
  });

  it('[SNAP-5] refuses a body that is too large even when compressed', async () => {
    const refused = await build({}, { limits: { json: 1_000_000, brotli: 100 } });
    expect(refused).toMatchObject({ kind: 'too-large', encoding: 'brotli', limitBytes: 100 });
  });
});
