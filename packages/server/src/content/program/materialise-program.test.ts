import type { ProgramDay } from '@hallboard/shared';
import { describe, expect, it } from 'vitest';
import { schoolContent } from '../content.fixture.js';
import type { SchoolContentInput } from '../schema/content-schema.js';
import { materialiseProgram } from './materialise-program.js';

type Slots = SchoolContentInput['divisions'][number]['schedules'][number]['slots'];

/** A school open all week with the slots given, in a zone. */
function everyDay(slots: Slots, zone = 'Europe/Madrid'): Partial<SchoolContentInput> {
  const week = { mon: 's', tue: 's', wed: 's', thu: 's', fri: 's', sat: 's', sun: 's' };
  return {
    school: { name: 'School', zone, locale: 'en-GB' },
    weekend: [],
    divisions: [{ id: 'main', name: 'Main', schedules: [{ id: 's', slots }], week }],
    timetable: {},
    cover: [],
    duty: [],
  };
}

function days(change: Partial<SchoolContentInput>, today: string): readonly ProgramDay[] {
  return materialiseProgram(schoolContent(change), today).divisions[0]?.days ?? [];
}

function dayOf(change: Partial<SchoolContentInput>, date: string): ProgramDay {
  const day = days(change, date).find((each) => each.date === date);
  if (!day) throw new Error(`${date} is not in the program`);
  return day;
}

const summary = ({ date, kind, title, slots }: ProgramDay) =>
  [date, kind, title ?? '-', slots.map(({ key }) => key).join()].join(' ');
const slotTimes = ({ slots }: ProgramDay) =>
  slots.map(
    ({ key, startsAt, endsAt, startText, endText }) =>
      `${key} ${startText}-${endText} ${(endsAt - startsAt) / 60_000} min`,
  );

describe('materialiseProgram', () => {
  it('[SNAP-2] makes a day with its texts, slots and place in the cycle', () => {
    const at = (time: string) => Date.parse(`2026-11-24T${time}:00+01:00`);
    const [today] = days({}, '2026-11-24');
    expect(today).toEqual({
      date: '2026-11-24',
      weekday: 2,
      kind: 'school',
      startsAt: at('00:00'),
      endsAt: at('00:00') + 24 * 3_600_000,
      texts: { weekday: 'Tuesday', date: '24 November' },
      cycleDay: 'tue',
      slots: [
        expect.objectContaining({ id: '2026-11-24/p1', key: 'p1', kind: 'period', bell: true }),
        {
          id: '2026-11-24/break',
          key: 'break',
          kind: 'break',
          label: 'Break',
          startsAt: at('08:45'),
          endsAt: at('09:00'),
          startText: '08:45',
          endText: '09:00',
          bell: true,
        },
        expect.objectContaining({ id: '2026-11-24/p2' }),
      ],
    });
  });

  it('gives each weekday its schedule, and weekends and holidays none', () => {
    const holidays = [{ from: '2026-11-30', to: '2026-12-01', title: 'St Andrew' }];
    expect(days({ holidays }, '2026-11-26').slice(0, 7).map(summary)).toEqual([
      '2026-11-26 school - p1,break,p2',
      '2026-11-27 school - p1',
      '2026-11-28 weekend - ',
      '2026-11-29 weekend - ',
      '2026-11-30 holiday St Andrew ',
      '2026-12-01 holiday St Andrew ',
      '2026-12-02 school - p1,break,p2',
    ]);
  });

  it('lets a plan change one date: its schedule, title and day of the cycle', () => {
    const change = {
      holidays: [{ from: '2026-11-26', to: '2026-11-27', title: 'Free' }],
      dayPlans: [
        { date: '2026-11-24', title: 'Exam day' },
        { date: '2026-11-25', schedule: 'short', cycleDay: 'mon' },
        { date: '2026-11-26', schedule: 'short', title: 'Make-up day' },
        { date: '2026-11-27', title: 'Founders’ day' },
        { date: '2026-11-28', schedule: 'regular' },
      ],
    };
    const planned = days(change, '2026-11-24').slice(0, 6);
    expect(planned.map(summary)).toEqual([
      '2026-11-24 school Exam day p1,break,p2',
      '2026-11-25 school - p1',
      '2026-11-26 school Make-up day p1',
      '2026-11-27 holiday Founders’ day ',
      '2026-11-28 school - p1,break,p2',
      '2026-11-29 weekend - ',
    ]);
    expect(planned.map(({ cycleDay }) => cycleDay ?? '-').join(' ')).toBe('tue mon thu - sat -');
  });

  it('gives each division its own bells and plans', () => {
    const [main] = schoolContent().divisions;
    if (!main) throw new Error('the fixture has a division');
    const upper = { ...main, id: 'upper', week: { tue: 'short' } };
    const content = schoolContent({
      divisions: [main, upper],
      dayPlans: [
        { date: '2026-11-25', schedule: 'short' },
        { date: '2026-11-25', division: 'main', title: 'Trip' },
      ],
    });
    const { divisions } = materialiseProgram(content, '2026-11-24');
    expect(
      divisions.map(({ days: [tue, wed, thu] }) =>
        [tue, wed, thu].map((day) => day && summary(day)),
      ),
    ).toEqual([
      [
        '2026-11-24 school - p1,break,p2',
        '2026-11-25 school Trip p1,break,p2',
        '2026-11-26 school - p1,break,p2',
      ],
      ['2026-11-24 school - p1', '2026-11-25 school - p1', '2026-11-26 other - '],
    ]);
  });

  it('lets a slot pass midnight, over a daylight saving change too', () => {
    const night = everyDay([{ key: 'night', label: 'Boarding', start: '22:00', end: '06:30' }]);
    expect(slotTimes(dayOf(night, '2026-11-24'))).toEqual(['night 22:00-06:30 510 min']);
    expect(slotTimes(dayOf(night, '2026-03-28'))).toEqual(['night 22:00-06:30 450 min']);
    expect(slotTimes(dayOf(night, '2026-10-24'))).toEqual(['night 22:00-06:30 570 min']);
    const until = everyDay([{ key: 'late', label: 'Late', start: '23:00', end: '00:00' }]);
    expect(slotTimes(dayOf(until, '2026-11-24'))).toEqual(['late 23:00-00:00 60 min']);
  });

  it('begins with yesterday while its last slot runs on into today', () => {
    const night = { key: 'night', label: 'Boarding', start: '22:00', end: '06:30' };
    const [first, second] = days(everyDay([night]), '2026-11-24');
    expect([first?.date, second?.date]).toEqual(['2026-11-23', '2026-11-24']);
    expect(first?.slots[0]?.endsAt).toBeGreaterThan(second?.startsAt ?? 0);
    const [noRest] = days(everyDay([{ ...night, end: '00:00' }]), '2026-11-24');
    expect(noRest?.date).toBe('2026-11-24');
  });

  it('[P-5] moves and shortens slots by the clock when daylight saving skips an hour', () => {
    const slots = [
      { key: 'before', label: 'A', start: '01:00', end: '02:00' },
      { key: 'inside', label: 'B', start: '02:00', end: '02:45' },
      { key: 'over', label: 'C', start: '02:30', end: '03:30' },
      { key: 'after', label: 'D', start: '03:30', end: '04:00' },
    ];
    expect(slotTimes(dayOf(everyDay(slots), '2026-03-29'))).toEqual([
      'before 01:00-03:00 60 min',
      'over 03:00-03:30 30 min',
      'after 03:30-04:00 30 min',
    ]);
    expect(slotTimes(dayOf(everyDay(slots), '2026-10-25'))).toEqual([
      'before 01:00-02:00 60 min',
      'inside 02:00-02:45 45 min',
      'over 02:30-03:30 120 min',
      'after 03:30-04:00 30 min',
    ]);
    const lordHowe = everyDay(slots, 'Australia/Lord_Howe');
    expect(slotTimes(dayOf(lordHowe, '2026-10-04'))).toEqual([
      'before 01:00-02:30 60 min',
      'inside 02:30-02:45 15 min',
      'over 02:30-03:30 60 min',
      'after 03:30-04:00 30 min',
    ]);
  });

  it('[SNAP-2] leaves out a date that never was', () => {
    const apia = everyDay(
      [{ key: 'p1', label: 'P', start: '08:00', end: '09:00' }],
      'Pacific/Apia',
    );
    const dates = days(apia, '2011-12-28').map(({ date }) => date);
    expect(dates.slice(0, 4)).toEqual(['2011-12-28', '2011-12-29', '2011-12-31', '2012-01-01']);
    expect(dates).toHaveLength(35);
  });

  it('orders slots by their start, whatever the order in the schedule; some may overlap', () => {
    const slots = [
      { key: 'c', label: 'C', start: '10:00', end: '11:00' },
      { key: 'a', label: 'A', start: '08:00', end: '10:30' },
      { key: 'b', label: 'B', start: '10:00', end: '10:15' },
    ];
    expect(dayOf(everyDay(slots), '2026-11-24').slots.map(({ key }) => key)).toEqual([
      'a',
      'c',
      'b',
    ]);
  });

  it('makes the same of the same content on the same day', () => {
    const make = () => JSON.stringify(materialiseProgram(schoolContent(), '2026-11-24'));
    expect(make()).toBe(make());
  });
});
