import type { Lesson, SchoolClass } from '@hallboard/shared';
import { SCHEDULES } from './demo-schedules.js';

/** What one teacher does in one room. */
interface Chair {
  readonly subject: string;
  readonly teacher: string;
  readonly room: string;
}

export const CLASSES: readonly SchoolClass[] = [
  ...['7A', '7B', '8A', '8B', '9A', '9B', '10A', '10B', '11A', '11B', '5C', '6A'],
].map((name) => ({ id: name.toLowerCase(), name, division: 'main' }));

/** Each list has a prime number, more than the classes: turning them, no two classes ever meet. */
const LESSONS: readonly Chair[] = [
  chair('Mathematics', 'Ms Rahman', 'Room 11'),
  chair('English', 'Mr Haddad', 'Room 12'),
  chair('Sport', 'Mr Osei', 'Gym'),
  chair('Chemistry', 'Dr Petrov', 'Lab 1'),
  chair('Physics', 'Ms Okafor', 'Lab 2'),
  chair('History', 'Mr Lefèvre', 'Room 20'),
  chair('Biology', 'Ms Cole', 'Lab 3'),
  chair('Geography', 'Mr Lind', 'Room 21'),
  chair('Art', 'Mrs Duarte', 'Studio'),
  chair('Music', 'Mr Weiss', 'Music room'),
  chair('French', 'Mme Laurent', 'Room 14'),
  chair('Computing', 'Ms Nakamura', 'Room 8'),
  chair('Spanish', 'Sr Ortega', 'Room 15'),
];

const ACTIVITIES: readonly Chair[] = [
  chair('Robotics', 'Ms Nakamura', 'Room 8'),
  chair('Chess', 'Mr Lind', 'Library'),
  chair('Choir', 'Mr Weiss', 'Music room'),
  chair('Drama', 'Mrs Duarte', 'Stage'),
  chair('Basketball', 'Mr Osei', 'Gym'),
  chair('Debating', 'Mr Haddad', 'Room 12'),
  chair('Astronomy', 'Ms Okafor', 'Roof'),
  chair('Cooking', 'Mme Laurent', 'Kitchen'),
  chair('Gardening', 'Ms Cole', 'Greenhouse'),
  chair('Photography', 'Sr Ortega', 'Studio'),
  chair('School paper', 'Mr Lefèvre', 'Room 20'),
  chair('First aid', 'Dr Petrov', 'Lab 1'),
  chair('Study group', 'Ms Rahman', 'Room 11'),
];

/** Which schedule each day has. */
export const WEEK = {
  mon: 'school-day',
  tue: 'school-day',
  wed: 'school-day',
  thu: 'school-day',
  fri: 'school-day',
  sat: 'saturday',
  sun: 'sunday',
} as const;

/** Something for every class in every slot but assembly and the breaks. */
export function demoLessons(): Lesson[] {
  return Object.entries(WEEK).flatMap(([cycleDay, schedule], day) => {
    const slots = SCHEDULES.find(({ id }) => id === schedule)?.slots ?? [];
    return slots.flatMap(({ key, kind }, slot) => {
      if (kind === 'assembly' || kind === 'break') return [];
      const chairs = kind === 'other' ? ACTIVITIES : LESSONS;
      return CLASSES.flatMap(({ id }, index) => {
        const turn = chairs[(index + 5 * slot + 3 * day) % chairs.length];
        return turn ? [{ class: id, cycleDay, slot: key, ...turn }] : [];
      });
    });
  });
}

function chair(subject: string, teacher: string, room: string): Chair {
  return { subject, teacher, room };
}
