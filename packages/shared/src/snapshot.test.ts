import { describe, expect, it } from 'vitest';
import { receiveSnapshot, type Snapshot, snapshotSchema } from './snapshot.js';
import { check } from './violations.js';

const HOUR_MS = 3_600_000;
const MIDNIGHT = Date.UTC(2026, 10, 24);

const snapshot: Snapshot = {
  schema: { major: 1, minor: 0 },
  revision: 'k3x9.12',
  school: {
    name: 'Riverside School',
    zone: 'Europe/London',
    offsets: [{ from: MIDNIGHT, minutes: 0 }],
    locale: 'en-GB',
    direction: 'ltr',
    theme: { mode: 'dark', accent: '#ffb84d' },
  },
  view: { layout: 'board', groups: [] },
  divisions: [
    {
      id: 'main',
      name: 'Main school',
      days: [
        {
          date: '2026-11-24',
          weekday: 2,
          kind: 'school',
          startsAt: MIDNIGHT,
          endsAt: MIDNIGHT + 24 * HOUR_MS,
          texts: { weekday: 'Tuesday', date: '24 November' },
          cycleDay: 'tue',
          slots: [
            {
              id: '2026-11-24/p1',
              key: 'p1',
              kind: 'period',
              label: 'Lesson 1',
              startsAt: MIDNIGHT + 8 * HOUR_MS,
              endsAt: MIDNIGHT + 9 * HOUR_MS,
              startText: '08:00',
              endText: '09:00',
              bell: true,
            },
          ],
        },
      ],
    },
  ],
  timetable: { classes: [], lessons: [] },
  announcements: [{ id: 'n1', level: 'info', title: 'Science fair', groups: [] }],
  honours: [],
  cover: [],
  duty: [],
  media: [],
  alerts: [],
};

/** A copy that the tests may bend, as it would arrive: decoded JSON of no known type. */
function received(): ReturnType<typeof JSON.parse> {
  return JSON.parse(JSON.stringify(snapshot));
}

describe('receiveSnapshot', () => {
  it('[SNAP-1] accepts what the server publishes', () => {
    const result = receiveSnapshot(received());
    expect(result).toEqual({ ok: true, value: { snapshot, skippedItems: 0 } });
  });

  it('[SNAP-1] names every violation by its path, not only the first', () => {
    const body = received();
    body.school.theme.accent = 'orange';
    body.divisions[0].days[0].slots[0].startsAt = '08:00';
    delete body.announcements[0].title;
    const result = receiveSnapshot(body);
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.violations.map((violation) => violation.path).sort()).toEqual([
      'announcements[0].title',
      'divisions[0].days[0].slots[0].startsAt',
      'school.theme.accent',
    ]);
  });

  it('[SNAP-7] ignores fields that it does not know', () => {
    const body = received();
    body.weather = { sunny: true };
    body.divisions[0].days[0].slots[0].colour = 'blue';
    expect(receiveSnapshot(body)).toEqual({ ok: true, value: { snapshot, skippedItems: 0 } });
  });

  it('[SNAP-7] leaves out items of unknown kinds and counts them', () => {
    const body = received();
    body.announcements.push({ id: 'n2', level: 'celebration', title: 'Party', groups: [] });
    body.alerts.push({ id: 'a1', kind: 'meteor' });
    body.cover.push({ id: 'c9', kind: 'online' });
    body.media.push({ id: 'm9', kind: 'hologram' });
    expect(receiveSnapshot(body)).toEqual({ ok: true, value: { snapshot, skippedItems: 4 } });
  });

  it('[SNAP-7] turns days and slots of unknown kinds into "other", so that no day has a hole', () => {
    const body = received();
    body.divisions[0].days[0].kind = 'field-trip';
    body.divisions[0].days[0].slots[0].kind = 'nap';
    const result = receiveSnapshot(body);
    if (!result.ok) throw new Error('expected a valid snapshot');
    const day = result.value.snapshot.divisions[0]?.days[0];
    expect(result.value.skippedItems).toBe(2);
    expect(day?.kind).toBe('other');
    expect(day?.slots[0]?.kind).toBe('other');
  });

  it('[SNAP-7] shows a layout that it does not know as the board', () => {
    const body = received();
    body.view.layout = 'hologram';
    expect(receiveSnapshot(body)).toEqual({ ok: true, value: { snapshot, skippedItems: 1 } });
  });

  it('[SNAP-7] refuses another major version', () => {
    const body = received();
    body.schema.major = 2;
    const result = receiveSnapshot(body);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.violations[0]?.path).toBe('schema.major');
  });

  it.each([
    ['null', null],
    ['text', '<html>'],
    ['a list', []],
    ['a number', 7],
  ])('refuses %s without throwing', (_, body) => {
    expect(receiveSnapshot(body).ok).toBe(false);
  });

  it('[SNAP-7] is lenient on arrival only: the server refuses unknown kinds', () => {
    const body = received();
    body.announcements[0].level = 'celebration';
    const result = check(snapshotSchema, body);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.violations[0]?.path).toBe('announcements[0].level');
  });

  it('[SNAP-4] has no field that says what time it is', () => {
    expect(
      Object.keys(snapshotSchema.entries).filter((key) => /now|time$|generated/i.test(key)),
    ).toEqual([]);
  });
});
