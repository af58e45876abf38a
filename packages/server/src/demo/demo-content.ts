import type { Lesson } from '@hallboard/shared';
import type { SchoolContentInput } from '../content/schema/content-schema.js';
import { WEEKDAYS } from '../content/schema/weekdays.js';
import { SCHEDULES } from './demo-schedules.js';
import { CLASSES, demoLessons, WEEK } from './demo-timetable.js';

export const DEMO_SCHOOL_NAME = 'Riverside School';

type Cover = NonNullable<SchoolContentInput['cover']>[number];

/** Cover needs dates: for so many days from the first start there is some. */
const COVER_DAYS = 183;
const DAY_MS = 24 * 3_600_000;

/** Who takes over: they have no lessons of their own, so that they are free at any time. */
const COVER_TEACHERS = ['Ms Byrne', 'Mr Ivanov', 'Ms Sørensen', 'Mr Castellan'];

/**
 * A school that is open early and late, on every day of the week. Nothing in it but the cover is
 * bound to a date, so the horizon's roll keeps it right (SNAP-6).
 * @param today the date from which there is cover, `YYYY-MM-DD`.
 */
export function demoContent(zone: string, today: string): SchoolContentInput {
  const lessons = demoLessons();
  return {
    school: {
      name: DEMO_SCHOOL_NAME,
      zone,
      locale: 'en-GB',
      theme: { mode: 'dark', accent: '#ffb84d' },
      absentTeachers: 'all',
    },
    weekend: [],
    divisions: [{ id: 'main', name: 'Main school', schedules: [...SCHEDULES], week: WEEK }],
    timetable: { classes: [...CLASSES], lessons },
    announcements: [
      {
        id: 'science-fair',
        title: 'Science fair set-up starts after lesson 6',
        body: 'Bring your display boards to the main hall. Doors close at 16:30.',
      },
      {
        id: 'library',
        level: 'success',
        title: 'The library is open until late',
        body: 'New books are on the round table by the door. Borrow up to five.',
      },
      {
        id: 'lost-property',
        title: 'Lost something?',
        body: 'Coats, bottles and one violin are waiting at the front desk.',
      },
      {
        id: 'bicycles',
        level: 'warning',
        title: 'Please walk your bicycle through the yard',
        body: 'The small gate is closed for repairs; use the river gate instead.',
      },
    ],
    honours: [
      { id: 'olympiad', name: 'Amara Nwosu, 9A', title: 'Regional mathematics olympiad, gold' },
      { id: 'relay', name: 'Team 8B', title: 'Winners of the 4 × 100 m relay' },
      { id: 'orchestra', name: 'Tomás Vidal, 11B', title: 'First violin of the youth orchestra' },
    ],
    cover: demoCover(lessons, today),
    duty: WEEKDAYS.flatMap((cycleDay) => [
      { id: `yard-${cycleDay}`, cycleDay, slot: 'lunch', teacher: 'Ms Byrne', place: 'Yard' },
      { id: `hall-${cycleDay}`, cycleDay, slot: 'lunch', teacher: 'Mr Ivanov', place: 'Main hall' },
      { id: `gate-${cycleDay}`, cycleDay, teacher: 'Ms Sørensen', place: 'River gate' },
    ]),
  };
}

/** A few changed lessons on each date, all through the day. */
function demoCover(lessons: readonly Lesson[], today: string): Cover[] {
  const firstMs = Date.parse(`${today}T00:00Z`);
  return Array.from({ length: COVER_DAYS }, (_, day) => {
    const date = new Date(firstMs + day * DAY_MS);
    const weekday = WEEKDAYS[(date.getUTCDay() + 6) % 7];
    const ofDay = lessons.filter(({ cycleDay }) => cycleDay === weekday);
    const step = Math.floor(ofDay.length / COVER_TEACHERS.length);
    return COVER_TEACHERS.flatMap((teacher, turn) => {
      const lesson = ofDay[turn * step + ((day * 7 + turn * 5) % step)];
      return lesson ? [coverOf(lesson, date.toISOString().slice(0, 10), teacher, turn)] : [];
    });
  }).flat();
}

function coverOf(lesson: Lesson, date: string, teacher: string, turn: number): Cover {
  return {
    id: `${date}/${turn}`,
    date,
    slot: lesson.slot,
    class: lesson.class,
    subject: lesson.subject,
    teacher,
    ...(lesson.teacher !== undefined && { absentTeacher: lesson.teacher }),
    ...(lesson.room !== undefined && { room: lesson.room }),
  };
}
