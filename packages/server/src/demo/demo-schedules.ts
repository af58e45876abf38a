import type { SchoolContentInput } from '../content/schema/content-schema.js';

type Schedule = SchoolContentInput['divisions'][number]['schedules'][number];
type Slot = Schedule['slots'][number];

/** From early morning until late evening on every day, so that there is always something to see. */
export const SCHEDULES: readonly Schedule[] = [
  {
    id: 'school-day',
    slots: [
      open('breakfast', 'Breakfast club', '06:30', '07:45'),
      { key: 'assembly', kind: 'assembly', label: 'Assembly', start: '07:45', end: '08:00' },
      lesson(1, '08:00', '08:35'),
      lesson(2, '08:35', '09:20'),
      pause('break', 'Break', '09:20', '09:40'),
      lesson(3, '09:40', '10:25'),
      lesson(4, '10:25', '11:10'),
      pause('lunch', 'Lunch', '11:10', '11:50'),
      lesson(5, '11:50', '12:35'),
      lesson(6, '12:35', '13:20'),
      lesson(7, '13:20', '14:05'),
      pause('rest', 'Afternoon break', '14:05', '14:30'),
      open('clubs', 'Afternoon clubs', '14:30', '16:00'),
      open('homework', 'Homework hall', '16:00', '17:30'),
      open('training', 'Team training', '17:30', '19:00'),
      open('evening', 'Evening classes', '19:00', '21:00'),
      open('choir', 'Community choir', '21:00', '23:00'),
    ],
  },
  {
    id: 'saturday',
    slots: [
      open('swimming', 'Early swimming', '06:30', '09:00'),
      open('workshop-1', 'Workshop 1', '09:00', '11:00'),
      pause('break', 'Break', '11:00', '11:30'),
      open('workshop-2', 'Workshop 2', '11:30', '13:00'),
      pause('lunch', 'Lunch', '13:00', '14:00'),
      open('league', 'Football league', '14:00', '16:30'),
      open('library', 'Open library', '16:30', '19:00'),
      open('theatre', 'School theatre', '19:00', '23:00'),
    ],
  },
  {
    id: 'sunday',
    slots: [
      open('run', 'Riverside run', '06:30', '09:00'),
      open('market', 'Garden market', '09:00', '12:00'),
      pause('lunch', 'Lunch', '12:00', '13:30'),
      open('open-day', 'Open day', '13:30', '16:00'),
      open('orchestra', 'Youth orchestra', '16:00', '18:30'),
      open('library', 'Open library', '18:30', '20:30'),
      open('film', 'Film club', '20:30', '23:00'),
    ],
  },
];

function lesson(number: number, start: string, end: string): Slot {
  return { key: `p${number}`, label: `Lesson ${number}`, start, end };
}

function pause(key: string, label: string, start: string, end: string): Slot {
  return { key, kind: 'break', label, start, end };
}

/** Outside lessons no bell rings. */
function open(key: string, label: string, start: string, end: string): Slot {
  return { key, kind: 'other', label, start, end, bell: false };
}
