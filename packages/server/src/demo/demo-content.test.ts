import { describe, expect, it } from 'vitest';
import { buildBodies } from '../content/bodies/build-bodies.js';
import { checkContent } from '../content/check-content.js';
import { materialiseProgram } from '../content/program/materialise-program.js';
import { demoContent } from './demo-content.js';

const SEEDED = '2026-11-24';

function demo(zone = 'Europe/Madrid') {
  const checked = checkContent(demoContent(zone, SEEDED));
  if (!checked.ok) throw new Error(JSON.stringify(checked.violations));
  return checked.value;
}

describe('the demo school', () => {
  it('has something on, or a start to count down to within the day, at every minute', () => {
    const { divisions } = materialiseProgram(demo(), SEEDED);
    const days = divisions[0]?.days ?? [];
    expect(days.every(({ kind }) => kind === 'school')).toBe(true);
    for (const { startsAt, slots } of days) {
      const [first, last] = [slots[0], slots.at(-1)];
      expect(((first?.startsAt ?? 0) - startsAt) / 3_600_000).toBe(6.5);
      expect(((last?.endsAt ?? 0) - startsAt) / 3_600_000).toBe(23);
      slots.forEach((slot, index) => {
        expect(slots[index + 1]?.startsAt ?? slot.endsAt).toBe(slot.endsAt);
      });
    }
  });

  it('has lessons for 10 classes and more in every slot but assembly and breaks', () => {
    const { timetable } = demo();
    expect(timetable.classes.length).toBeGreaterThanOrEqual(10);
    const { days } = materialiseProgram(demo(), SEEDED).divisions[0] ?? { days: [] };
    for (const { cycleDay, slots } of days.slice(0, 7)) {
      for (const { key, kind } of slots) {
        const inSlot = timetable.lessons.filter(
          (lesson) => lesson.cycleDay === cycleDay && lesson.slot === key,
        );
        const expected = kind === 'break' || kind === 'assembly' ? 0 : timetable.classes.length;
        expect(inSlot).toHaveLength(expected);
        expect(new Set(inSlot.map(({ teacher }) => teacher)).size).toBe(expected);
        expect(new Set(inSlot.map(({ room }) => room)).size).toBe(expected);
      }
    }
  });

  it.each([SEEDED, '2026-12-25', '2027-04-20'])(
    '[SNAP-6] has cover, duty and notices on %s, however long ago it was made',
    async (today) => {
      const built = await buildBodies({
        content: demo(),
        today,
        revision: 'a.1',
        views: [{ layout: 'board', groups: [] }],
      });
      if (built.kind !== 'built') throw new Error(built.kind);
      const snapshot = JSON.parse(built.bodies[0]?.json.toString('utf8') ?? '');
      const onToday = (items: { date: string }[]) => items.filter(({ date }) => date === today);
      expect(onToday(snapshot.cover)).toHaveLength(4);
      expect(onToday(snapshot.cover)).toEqual(
        onToday(snapshot.cover).map(() =>
          expect.objectContaining({
            teacher: expect.any(String),
            absentTeacher: expect.any(String),
          }),
        ),
      );
      expect(onToday(snapshot.duty)).toHaveLength(3);
      expect(snapshot.announcements).toHaveLength(4);
      expect(snapshot.honours).toHaveLength(3);
    },
  );
});
