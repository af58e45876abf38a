import { checkContent } from './check-content.js';
import type { SchoolContent, SchoolContentInput } from './schema/content-schema.js';

/** A small school that has one of everything; `change` replaces whole fields. */
export function contentInput(change: Partial<SchoolContentInput> = {}): SchoolContentInput {
  return {
    school: { name: 'Riverside School', zone: 'Europe/Madrid', locale: 'en-GB' },
    divisions: [
      {
        id: 'main',
        name: 'Main school',
        schedules: [
          {
            id: 'regular',
            slots: [
              { key: 'p1', label: 'Lesson 1', start: '08:00', end: '08:45' },
              { key: 'break', kind: 'break', label: 'Break', start: '08:45', end: '09:00' },
              { key: 'p2', label: 'Lesson 2', start: '09:00', end: '09:45' },
            ],
          },
          { id: 'short', slots: [{ key: 'p1', label: 'Lesson 1', start: '08:00', end: '08:30' }] },
        ],
        week: { mon: 'regular', tue: 'regular', wed: 'regular', thu: 'regular', fri: 'short' },
      },
    ],
    timetable: {
      classes: [{ id: '7a', name: '7A', division: 'main' }],
      lessons: [{ class: '7a', cycleDay: 'tue', slot: 'p1', subject: 'Mathematics', room: '11' }],
    },
    announcements: [{ id: 'fair', title: 'Science fair' }],
    honours: [{ id: 'h1', name: 'Ana', title: 'Star of the week' }],
    cover: [
      {
        id: 'c1',
        date: '2026-11-24',
        slot: 'p1',
        class: '7a',
        teacher: 'Mr Haddad',
        absentTeacher: 'Ms Cole',
      },
    ],
    duty: [{ id: 'd1', cycleDay: 'wed', teacher: 'Dr Petrov', place: 'Gate' }],
    media: [
      {
        id: 'm1',
        kind: 'image',
        file: { hash: 'a'.repeat(64), mimeType: 'image/png', bytes: 1000 },
        durationMs: 8000,
      },
    ],
    alerts: [],
    ...change,
  };
}

/** The same, checked. */
export function schoolContent(change: Partial<SchoolContentInput> = {}): SchoolContent {
  const checked = checkContent(contentInput(change));
  if (!checked.ok) throw new Error(JSON.stringify(checked.violations, undefined, 2));
  return checked.value;
}
