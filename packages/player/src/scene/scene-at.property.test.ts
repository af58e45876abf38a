import {
  ALERT_KINDS,
  type Alert,
  DAY_KINDS,
  type ProgramDay,
  type ScreenInfo,
  type Snapshot,
} from '@hallboard/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scene } from './scene.js';
import { sceneAt } from './scene-at.js';
import { dayOf, HOUR_MS, MINUTE_MS, SCREEN, snapshotOf, TUESDAY_MS } from './snapshot.fixture.js';

const HORIZON_MS = 4 * 24 * HOUR_MS;

/** Any minute from two days before the program until two days after it. */
const instant = fc
  .integer({ min: -2 * 24 * 60, max: 6 * 24 * 60 })
  .map((minutes) => TUESDAY_MS + minutes * MINUTE_MS);

const slot = fc
  .record({
    key: fc.constantFrom('p1', 'p2', 'p3'),
    start: fc.integer({ min: -3 * 60, max: 26 * 60 }),
    length: fc.integer({ min: -10, max: 5 * 60 }),
  })
  .map(({ key, start, length }) => ({ key, start, length }));

const day = fc.record({
  kind: fc.constantFrom(...DAY_KINDS),
  hours: fc.constantFrom(23, 24, 24, 25),
  slots: fc.array(slot, { maxLength: 6 }),
});

const days = fc.array(day, { maxLength: 4 }).map((drafts): ProgramDay[] => {
  let startsAt = TUESDAY_MS;
  return drafts.map(({ kind, hours, slots }, index) => {
    const from = startsAt;
    startsAt += hours * HOUR_MS;
    return dayOf(index, {
      kind,
      startsAt: from,
      endsAt: startsAt,
      slots: slots.map(({ key, start, length }, number) => ({
        id: `${index}/${number}`,
        key,
        kind: 'period' as const,
        label: key,
        startsAt: from + start * MINUTE_MS,
        endsAt: from + (start + length) * MINUTE_MS,
        startText: '08:00',
        endText: '09:00',
        bell: false,
      })),
    });
  });
});

const item = {
  id: fc.constantFrom('a', 'b', 'c'),
  groups: fc.subarray(['east', 'west']),
  validFrom: instant,
  validUntil: instant,
};
const lessonKey = { class: fc.constantFrom('7a', '7b'), slot: fc.constantFrom('p1', 'p2', 'p9') };
const date = fc.constantFrom('2026-11-24', '2026-11-25', '2026-11-26');

const snapshot: fc.Arbitrary<Snapshot> = fc
  .record({
    days,
    offsets: fc.uniqueArray(
      fc.record({ from: instant, minutes: fc.constantFrom(-60, 0, 60, 345) }),
      {
        minLength: 1,
        maxLength: 3,
        selector: ({ from }) => from,
      },
    ),
    announcements: fc.array(
      fc.record({
        ...item,
        level: fc.constantFrom('info' as const, 'urgent' as const),
        title: fc.constant('t'),
      }),
      { maxLength: 3 },
    ),
    cover: fc.array(
      fc.record({ ...item, ...lessonKey, date, kind: fc.constant('cover' as const) }),
      {
        maxLength: 3,
      },
    ),
    duty: fc.array(
      fc.record({
        ...item,
        date,
        teacher: fc.constant('t'),
        place: fc.constant('p'),
        slot: lessonKey.slot,
      }),
      { maxLength: 2 },
    ),
    alerts: fc.array(
      fc.record({
        id: item.id,
        groups: item.groups,
        kind: fc.constantFrom(...ALERT_KINDS),
        title: fc.constant('t'),
        startsAt: instant,
        expiresAt: instant,
        drill: fc.boolean(),
      }) satisfies fc.Arbitrary<Alert>,
      { maxLength: 3 },
    ),
  })
  .map(({ days: program, offsets, ...items }) => {
    const base = snapshotOf(program, items);
    const ordered = [...offsets].sort((a, b) => a.from - b.from);
    return {
      ...base,
      view: { layout: 'board', groups: ['east'] },
      school: { ...base.school, offsets: ordered },
      timetable: {
        classes: [{ id: '7a', name: '7A', division: 'main' }],
        lessons: [{ class: '7a', cycleDay: 'tue', slot: 'p1', subject: 'Maths' }],
      },
    };
  });

const time = fc.constantFrom('00:00', '01:30', '06:00', '20:00');
const screen = fc
  .option(fc.record({ from: time, until: time }), { nil: undefined })
  .map((nightHours) => ({ ...SCREEN, ...(nightHours && { nightHours }) }));

function contentOf(scene: Scene): unknown {
  return { ...scene, changesAt: undefined };
}

describe('sceneAt, whatever the snapshot', () => {
  it('[TIME-2] is total: every instant has a scene, and its change is in the future', () => {
    fc.assert(
      fc.property(snapshot, screen, fc.oneof(instant, fc.maxSafeInteger()), (held, info, nowMs) => {
        const scene = sceneAt(held, info, nowMs);
        expect(['alert', 'off', 'day']).toContain(scene.kind);
        expect(scene.changesAt).toBeGreaterThan(nowMs);
      }),
    );
  });

  it('[TIME-2] does not change before the instant that it names', () => {
    const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(snapshot, screen, instant, fraction, (held, info, nowMs, part) => {
        const scene = sceneAt(held, info, nowMs);
        const lastMs = Math.min(scene.changesAt, nowMs + HORIZON_MS) - 1;
        for (const laterMs of [nowMs + Math.floor((lastMs - nowMs) * part), lastMs]) {
          expect(sceneAt(held, info, laterMs)).toEqual(scene);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('[TIME-4] partitions time: from change to change it reaches the end of the program', () => {
    fc.assert(
      fc.property(snapshot, screen, (held, info) => {
        expect(scenesOf(held, info).length).toBeLessThan(200);
      }),
    );
  });

  it('[TIME-2] names no change that changes nothing, where each day keeps to itself', () => {
    fc.assert(
      fc.property(snapshot, screen, (held, info) => {
        const contents = scenesOf(orderly(held), info).map(contentOf);
        contents.forEach((content, index) => {
          expect(content).not.toEqual(contents[index + 1]);
        });
      }),
    );
  });
});

/** The scenes from before the program until after it. */
function scenesOf(held: Snapshot, info: ScreenInfo): readonly Scene[] {
  const scenes = [sceneAt(held, info, TUESDAY_MS - HORIZON_MS)];
  for (let last = scenes[0]; last !== undefined; last = scenes[scenes.length - 1]) {
    if (last.changesAt > TUESDAY_MS + 2 * HORIZON_MS) break;
    scenes.push(sceneAt(held, info, last.changesAt));
  }
  return scenes;
}

/** Without slots that leave their day, and without items that a slot which is over may hide. */
function orderly(held: Snapshot): Snapshot {
  const divisions = held.divisions.map((division) => ({
    ...division,
    days: division.days.map((each) => ({
      ...each,
      slots: each.slots.filter(
        ({ startsAt, endsAt }) => startsAt >= each.startsAt && endsAt <= each.endsAt,
      ),
    })),
  }));
  return { ...held, divisions, cover: [], duty: [] };
}
