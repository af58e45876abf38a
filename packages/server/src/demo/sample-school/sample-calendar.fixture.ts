import type { SchoolContentInput } from '../../content/schema/content-schema.js';

type Division = SchoolContentInput['divisions'][number];
type Schedule = Division['schedules'][number];

/** `p1 08:30-09:15`: a lesson; with another key, what the key says. */
function schedule(id: string, times: string): Schedule {
  const slots = times.split(', ').map((text) => {
    const [key = '', span = ''] = text.split(' ');
    const [start = '', end = ''] = span.split('-');
    return { key, ...NAMED[key], label: NAMED[key]?.label ?? `Lesson ${key.slice(1)}`, start, end };
  });
  return { id, slots };
}

const NAMED: Readonly<Record<string, Pick<Schedule['slots'][number], 'kind' | 'bell' | 'label'>>> =
  {
    assembly: { kind: 'assembly', label: 'Assembly' },
    break: { kind: 'break', label: 'Break' },
    lunch: { kind: 'break', label: 'Lunch' },
    clubs: { kind: 'other', label: 'Clubs and study', bell: false },
    exam1: { kind: 'other', label: 'Exam, first paper' },
    exam2: { kind: 'other', label: 'Exam, second paper' },
  };

const MORNING = 'p1 08:30-09:15, p2 09:20-10:05, break 10:05-10:25, p3 10:25-11:10, p4 11:15-12:00';
const AFTERNOON = 'p6 13:40-14:25, p7 14:30-15:15, clubs 15:30-17:00';
/** The same for both, so that all go home at one time. */
const FRIDAY =
  'p1 08:30-09:10, p2 09:15-09:55, p3 10:00-10:40, break 10:40-11:00, p4 11:00-11:40, ' +
  'p5 11:45-12:25, p6 12:30-13:10, p7 13:15-13:55';
const EARLY =
  'p1 08:30-09:00, p2 09:00-09:30, p3 09:30-10:00, break 10:00-10:15, p4 10:15-10:45, ' +
  'p5 10:45-11:15, p6 11:15-11:45, p7 11:45-12:15';

const WEEK = { mon: 'regular', tue: 'regular', wed: 'regular', thu: 'regular', fri: 'friday' };

/** They take lunch in turns; a teacher of both is never needed twice at a time. */
export const DIVISIONS: readonly Division[] = [
  {
    id: 'lower',
    name: 'Lower school',
    schedules: [
      schedule('regular', `${MORNING}, lunch 12:00-12:50, p5 12:50-13:35, ${AFTERNOON}`),
      schedule(
        'assembly',
        `assembly 08:10-08:30, ${MORNING}, lunch 12:00-12:50, p5 12:50-13:35, ${AFTERNOON}`,
      ),
      schedule('friday', FRIDAY),
      schedule('early', EARLY),
    ],
    week: { ...WEEK, mon: 'assembly' },
  },
  {
    id: 'upper',
    name: 'Upper school',
    schedules: [
      schedule('regular', `${MORNING}, p5 12:05-12:50, lunch 12:50-13:40, ${AFTERNOON}`),
      schedule('friday', FRIDAY),
      schedule('early', EARLY),
      schedule('exams', 'exam1 09:00-10:30, break 10:30-11:00, exam2 11:00-12:30'),
    ],
    week: WEEK,
  },
];

export const CALENDAR: Pick<
  SchoolContentInput,
  'cycle' | 'holidays' | 'dayTemplates' | 'dayPlans'
> = {
  cycle: {
    kind: 'weeks',
    weeks: ['a', 'b'],
    anchors: [
      { date: '2026-09-07', week: 'a' },
      { date: '2027-01-04', week: 'a' },
    ],
  },
  holidays: [
    { from: '2026-10-26', to: '2026-10-30', title: 'Autumn half-term' },
    { from: '2026-12-21', to: '2027-01-01', title: 'Christmas holidays' },
    { from: '2027-02-15', to: '2027-02-19', title: 'Spring half-term' },
    { from: '2027-03-26', to: '2027-04-09', title: 'Easter holidays' },
    { from: '2027-05-03', title: 'Bank holiday' },
    { from: '2027-05-31', to: '2027-06-04', title: 'Summer half-term' },
  ],
  dayTemplates: [
    {
      id: 'early-closing',
      title: 'Early closing at 12:15',
      schedules: { lower: 'early', upper: 'early' },
    },
    { id: 'exam-day', title: 'Exam day', schedules: { upper: 'exams' } },
    { id: 'sports-day', title: 'Sports day' },
  ],
  dayPlans: [
    { date: '2026-12-02', template: 'exam-day' },
    { date: '2026-12-18', template: 'early-closing', title: 'Last day of term, closing at 12:15' },
    { date: '2027-01-30', division: 'upper', schedule: 'regular', title: 'Open Saturday' },
    { date: '2027-06-25', template: 'sports-day' },
  ],
};
