import type { Lesson } from '@hallboard/shared';
import type { SchoolContentInput } from '../../content/schema/content-schema.js';
import type { Random } from '../../ports/random.js';
import { TEACHERS } from './sample-staff.fixture.js';

type Cover = NonNullable<SchoolContentInput['cover']>[number];

/** Two weeks, each date with its day of the cycle. */
const DATES: readonly (readonly [date: string, cycleDay: string])[] = [
  ['2026-11-23', 'b-mon'],
  ['2026-11-24', 'b-tue'],
  ['2026-11-25', 'b-wed'],
  ['2026-11-26', 'b-thu'],
  ['2026-11-27', 'b-fri'],
  ['2026-11-30', 'a-mon'],
  ['2026-12-01', 'a-tue'],
];
const AWAY_EACH_DAY = 3;

/** On each of two weeks' days a few teachers are away: their lessons are covered, or do not take place. */
export function sampleCover(lessons: readonly Lesson[], random: Random): Cover[] {
  return DATES.flatMap(([date, cycleDay]) => {
    const ofDay = lessons.filter((lesson) => lesson.cycleDay === cycleDay);
    const away = Array.from({ length: AWAY_EACH_DAY }, () => pick(TEACHERS, random).name);
    const busy = new Set(ofDay.map(({ slot, teacher }) => `${slot} ${teacher}`));
    const absent = ofDay.filter(({ teacher }) => away.includes(teacher ?? ''));
    const covered = absent.map((lesson, at): Cover => {
      const common = { id: `${date}/${at + 1}`, date, slot: lesson.slot, class: lesson.class };
      const who = lesson.teacher === undefined ? {} : { absentTeacher: lesson.teacher };
      if (random.next() < 0.15) {
        const note = 'Study in the library';
        return { ...common, ...who, kind: 'cancelled', subject: lesson.subject, note };
      }
      const free = TEACHERS.filter(
        ({ name }) => !away.includes(name) && !busy.has(`${lesson.slot} ${name}`),
      );
      const teacher = pick(free, random).name;
      busy.add(`${lesson.slot} ${teacher}`);
      return { ...common, ...who, subject: lesson.subject, teacher };
    });
    return [...covered, ...changes(ofDay, absent, date, random)];
  });
}

/** A lesson that is elsewhere, and one that is at another time. */
function changes(
  ofDay: readonly Lesson[],
  absent: readonly Lesson[],
  date: string,
  random: Random,
): Cover[] {
  const changed = new Set(absent.map(({ class: id }) => id));
  const others = ofDay.filter(({ class: id }) => !changed.has(id));
  const elsewhere = pick(others, random);
  const later = pick(
    others.filter(({ class: id, slot }) => id !== elsewhere.class && slot !== 'p7'),
    random,
  );
  const place = ({ class: id, slot }: Lesson) => ({ date, class: id, slot });
  return [
    { id: `${date}/room`, ...place(elsewhere), kind: 'room-change', room: 'Lecture theatre' },
    { id: `${date}/moved`, ...place(later), kind: 'moved', note: 'To lesson 7' },
  ];
}

function pick<T>(from: readonly T[], random: Random): T {
  const one = from[Math.floor(random.next() * from.length)];
  if (one === undefined) throw new Error('there is something to pick from');
  return one;
}
