import { describe, expect, it } from 'vitest';
import { checkContent } from '../check-content.js';
import { contentInput, schoolContent } from '../content.fixture.js';
import type { SchoolContentInput } from '../schema/content-schema.js';
import { materialiseProgram } from './materialise-program.js';

const UPPER = {
  id: 'upper',
  name: 'Upper school',
  schedules: [
    { id: 'usual', slots: [{ key: 'u1', label: 'Lesson 1', start: '08:00', end: '09:30' }] },
    { id: 'early', slots: [{ key: 'u1', label: 'Lesson 1', start: '08:00', end: '08:40' }] },
  ],
  week: { mon: 'usual', tue: 'usual', wed: 'usual', thu: 'usual', fri: 'usual' },
};

/** A main and an upper school that close early by schedules of their own. */
const templates: Partial<SchoolContentInput> = {
  divisions: [...contentInput().divisions, UPPER],
  dayTemplates: [
    { id: 'early', title: 'Early closing', schedules: { main: 'short', upper: 'early' } },
    { id: 'exam', title: 'Exam day', schedules: { upper: 'early' }, cycleDay: 'mon' },
    { id: 'feast', title: 'Founders’ day' },
  ],
};

/** What Tuesday, 24 November 2026, or another date, is in each division. */
function dayOf(change: Partial<SchoolContentInput>, date = '2026-11-24'): string[] {
  const { divisions } = materialiseProgram(
    schoolContent({ ...templates, ...change }),
    '2026-11-24',
  );
  return divisions.map(({ days }) => {
    const day = days.find((each) => each.date === date);
    const [first] = day?.slots ?? [];
    return `${day?.kind} ${day?.cycleDay ?? '-'} ${day?.title ?? '-'} ${first?.endText ?? '-'}`;
  });
}

const plan = (template: string, more: object = {}) => ({
  dayPlans: [{ date: '2026-11-24', template, ...more }],
});

describe('a day template', () => {
  it('[SNAP-2] gives a date its name, and each division the bells it has on such days', () => {
    expect(dayOf({})).toEqual(['school tue - 08:45', 'school tue - 09:30']);
    expect(dayOf(plan('early'))).toEqual([
      'school tue Early closing 08:30',
      'school tue Early closing 08:40',
    ]);
  });

  it('leaves a division that it does not name its usual bells', () => {
    expect(dayOf(plan('exam'))).toEqual(['school mon Exam day 08:45', 'school mon Exam day 08:40']);
  });

  it('may be put on a date for one division', () => {
    expect(dayOf(plan('early', { division: 'upper' }))).toEqual([
      'school tue - 08:45',
      'school tue Early closing 08:40',
    ]);
  });

  it('gives way to what the plan itself says', () => {
    const own = { schedule: 'usual', cycleDay: 'fri', title: 'Trip', division: 'upper' };
    expect(dayOf(plan('early', own))[1]).toBe('school fri Trip 09:30');
  });

  it('makes a school day of a free one only where it has bells', () => {
    const holidays = [{ from: '2026-11-24', title: 'Free' }];
    expect(dayOf({ holidays, ...plan('early') })[0]).toBe('school tue Early closing 08:30');
    expect(dayOf({ holidays, ...plan('feast') })[0]).toBe('holiday - Founders’ day -');
    const cycle: SchoolContentInput['cycle'] = {
      kind: 'days',
      days: ['1', '2', '3'],
      anchors: [{ date: '2026-11-23', day: '1' }],
    };
    const nothing = { timetable: {}, duty: [], cover: [], dayTemplates: [] };
    const early = { id: 'early', title: 'Early', schedules: { upper: 'early' } };
    const numbered = { ...nothing, cycle, holidays, dayTemplates: [early] };
    expect(dayOf(numbered, '2026-11-25')[0]).toBe('school 2 - 08:45');
    expect(dayOf({ ...numbered, ...plan('early') }, '2026-11-25')[0]).toBe('school 3 - 08:45');
    const main = plan('early', { division: 'main' });
    expect(dayOf({ ...numbered, ...main }, '2026-11-25')[0]).toBe('school 2 - 08:45');
  });

  it('is refused where it, or a plan, refers to what is not there', () => {
    const checked = checkContent(
      contentInput({
        dayTemplates: [
          { id: 'early', title: 'Early', schedules: { main: 'brief', upper: 'short' } },
          { id: 'early', title: 'Again', cycleDay: 'day-9' },
        ],
        dayPlans: [{ date: '2026-11-24', template: 'exam' }],
      }),
    );
    const found = checked.ok ? [] : checked.violations;
    expect(found.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      'dayTemplates[1].id: early is there already',
      'dayTemplates[0].schedules.main: there is no schedule in division main called brief',
      'dayTemplates[0].schedules.upper: there is no division upper',
      'dayTemplates[1].cycleDay: there is no cycle day day-9',
      'dayPlans[0].template: there is no day template exam',
    ]);
  });
});
