import { readFileSync } from 'node:fs';
import type { SchoolContentInput } from '../../content/schema/content-schema.js';
import { hashOf } from '../../testing/media-samples.fixture.js';
import { createSeededRandom } from '../../testing/seeded-random.fixture.js';
import { CALENDAR, DIVISIONS } from './sample-calendar.fixture.js';
import { sampleCover } from './sample-cover.fixture.js';
import { CLASSES, sampleLessons } from './sample-timetable.fixture.js';

/** Uploaded before the content, which names it. */
export const BELL = readFileSync(
  new URL('../../../../../examples/sample-school/bell.mp3', import.meta.url),
);

/**
 * A school of 40 classes and 60 teachers in its autumn term of 2026, with two weeks that take turns:
 * what `examples/sample-school/content.json` holds.
 */
export function sampleSchool(): SchoolContentInput {
  const lessons = sampleLessons();
  return {
    $schema: '../../docs/content.schema.json',
    school: {
      name: 'Northbank Community School',
      zone: 'Europe/London',
      locale: 'en-GB',
      theme: { mode: 'dark', accent: '#ffb84d' },
      absentTeachers: 'staff',
      staffGroups: ['staff'],
    },
    weekend: ['sat', 'sun'],
    divisions: [...DIVISIONS],
    bells: {
      sounds: { period: { hash: hashOf(BELL), mimeType: 'audio/mpeg', bytes: BELL.length } },
    },
    ...CALENDAR,
    timetable: { classes: [...CLASSES], lessons },
    announcements: [
      {
        id: 'science-fair',
        title: 'Science fair: set-up after lesson 7',
        body: 'Bring your display boards to the sports hall. The doors close at 17:00.',
        validFrom: '2026-11-23T08:00',
        validUntil: '2026-11-27T17:00',
      },
      {
        id: 'library',
        level: 'success',
        title: 'The library is open until 17:30',
        body: 'New books are on the round table by the door. Borrow up to five.',
      },
      {
        id: 'bicycles',
        level: 'warning',
        title: 'Please walk your bicycle through the yard',
        body: 'The small gate is closed for repairs; use the river gate instead.',
        validUntil: '2026-12-11T16:00',
      },
      {
        id: 'mock-exams',
        level: 'urgent',
        title: 'Mock exams on Wednesday, 2 December',
        body: 'Upper school: be at your place by 08:50. Phones stay in your locker.',
        groups: ['upper'],
        validUntil: '2026-12-02T12:30',
      },
      {
        id: 'staff-meeting',
        title: 'Staff meeting on Thursday at 15:30',
        body: 'In the lecture theatre. Agenda: reports, the winter concert, the new timetable.',
        groups: ['staff'],
        validUntil: '2026-11-26T17:00',
      },
      {
        id: 'early-closing',
        title: 'The term ends on Friday, 18 December, at 12:15',
        body: 'Buses leave from the river gate at 12:30.',
        validFrom: '2026-12-07T08:00',
        validUntil: '2026-12-18T13:00',
      },
      { id: 'lost', title: 'Lost something?', body: 'Coats and one violin are at the front desk.' },
    ],
    honours: [
      { id: 'olympiad', name: 'Amara Nwosu, 9A', title: 'Regional mathematics olympiad, gold' },
      { id: 'relay', name: 'Team 8B', title: 'Winners of the 4 × 100 m relay' },
      { id: 'violin', name: 'Tomás Vidal, 11B', title: 'First violin of the youth orchestra' },
      {
        id: 'helper',
        name: 'Priya Raman, 6C',
        title: 'Reading mentor of the month',
        reason: 'Forty afternoons with the youngest readers, and never late once.',
        validUntil: '2026-11-30T18:00',
      },
      { id: 'robot', name: 'Robotics club', title: 'Second place at the county finals' },
      { id: 'poem', name: 'Yusuf Demir, 10D', title: 'Young poets’ prize' },
    ],
    cover: sampleCover(lessons, createSeededRandom('sample school')),
    duty: sampleDuty(),
    media: [],
    alerts: [],
  };
}

function sampleDuty(): NonNullable<SchoolContentInput['duty']> {
  const posts = [
    ['gate', 'River gate', undefined],
    ['yard', 'Yard', 'break'],
    ['canteen', 'Canteen', 'lunch'],
    ['library', 'Library', 'lunch'],
  ] as const;
  const days = ['mon', 'tue', 'wed', 'thu', 'fri'].flatMap((day) => [`a-${day}`, `b-${day}`]);
  return days.flatMap((cycleDay, day) =>
    posts.map(([post, place, slot], at) => ({
      id: `${post}-${cycleDay}`,
      cycleDay,
      ...(slot && { slot }),
      teacher: DUTY_TEACHERS[(day * posts.length + at) % DUTY_TEACHERS.length] ?? '',
      place,
    })),
  );
}

const DUTY_TEACHERS = [
  'Ms Abara',
  'Mr Byrne',
  'Ms Sørensen',
  'Mr Ivanov',
  'Dr Yilmaz',
  'Ms Hartley',
  'Mr Kruger',
  'Ms Rao',
  'Mr Osei',
  'Ms Zielinska',
  'Mr Larkin',
];
