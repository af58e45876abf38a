import { describe, expect, it } from 'vitest';
import { checkContent } from './check-content.js';
import { contentInput } from './content.fixture.js';

/** What is wrong with a content, as `path: message`. */
function violations(value: unknown): string[] {
  const checked = checkContent(value);
  return checked.ok ? [] : checked.violations.map(({ path, message }) => `${path}: ${message}`);
}

/** A copy that a test may bend: decoded JSON of no known type. */
function decoded(): ReturnType<typeof JSON.parse> {
  return JSON.parse(JSON.stringify(contentInput()));
}

describe('checkContent', () => {
  it('accepts a school that has one of everything', () => {
    expect(violations(contentInput())).toEqual([]);
  });

  it('fills in what may be left out', () => {
    const checked = checkContent({
      school: { name: 'S', zone: 'UTC', locale: 'en' },
      divisions: [{ id: 'main', name: 'Main', schedules: [], week: {} }],
    });
    expect(checked).toMatchObject({
      ok: true,
      value: {
        school: { theme: { mode: 'dark' }, absentTeachers: 'staff', staffGroups: ['staff'] },
        weekend: ['sat', 'sun'],
        cycle: { kind: 'weekdays' },
        timetable: { classes: [], lessons: [] },
        announcements: [],
        alerts: [],
      },
    });
  });

  it('knows that a picture needs no poster', () => {
    const content = decoded();
    content.media[0].poster = content.media[0].file;
    expect(violations(content)).toEqual(['media[0].poster: only a video has a poster']);
  });

  it('[SNAP-1] names every violation by its path, not only the first', () => {
    const content = decoded();
    content.school.zone = 'Europe/Atlantis';
    content.school.locale = 'xx-invented-language';
    content.school.theme = { mode: 'dark', accent: 'orange' };
    content.divisions[0].schedules[0].slots[2].start = '9:00';
    content.weekend = ['saturday'];
    content.announcements[0].title = '';
    content.announcements[0].validFrom = '2026-11-24';
    content.cover[0].date = '2026-02-30';
    delete content.honours[0].name;
    const checked = checkContent(content);
    expect(checked.ok ? [] : checked.violations.map(({ path }) => path).sort()).toEqual([
      'announcements[0].title',
      'announcements[0].validFrom',
      'cover[0].date',
      'divisions[0].schedules[0].slots[2].start',
      'honours[0].name',
      'school.locale',
      'school.theme.accent',
      'school.zone',
      'weekend[0]',
    ]);
  });

  it('loses nothing: a field that it does not know is refused', () => {
    const content = decoded();
    content.anouncements = [];
    content.divisions[0].schedules[0].slots[0].room = '11';
    expect(violations(content).map((text) => text.split(':')[0])).toEqual([
      'divisions[0].schedules[0].slots[0].room',
      'anouncements',
    ]);
  });

  it.each([
    ['null', null],
    ['text', '<html>'],
    ['a list', []],
    ['nothing', undefined],
  ])('refuses %s without throwing', (_, value) => {
    expect(violations(value)).not.toEqual([]);
  });

  it.each(['+01:00', 'Europe', 'Mars/Olympus', ''])('knows no zone %j', (zone) => {
    const content = decoded();
    content.school.zone = zone;
    expect(violations(content)[0]).toMatch(/^school\.zone: /);
  });

  it.each(['UTC', 'Asia/Calcutta', 'Asia/Kolkata', 'America/Sao_Paulo'])('knows %s', (zone) => {
    const content = decoded();
    content.school.zone = zone;
    expect(violations(content)).toEqual([]);
  });

  it('finds what a calendar refers to in vain, and what it says twice', () => {
    const content = { ...decoded(), timetable: {}, cover: [], duty: [] };
    const [division] = content.divisions;
    division.schedules[1].id = 'regular';
    division.schedules[0].slots[1].key = 'p1';
    division.schedules[0].slots[2].end = '09:00';
    division.week.sat = 'regular';
    content.divisions.push({ ...division, schedules: [], week: { mon: 'long' } });
    content.holidays = [{ from: '2026-12-24', to: '2026-12-01', title: 'Christmas' }];
    content.dayPlans = [
      { date: '2026-12-01', schedule: 'exam', division: 'main' },
      { date: '2026-12-01', cycleDay: 'day-9', division: 'main' },
      { date: '2026-12-01', division: 'evening' },
    ];
    expect(violations(content)).toEqual([
      'divisions[1].id: main is there already',
      'divisions[0].schedules[1].id: regular is there already',
      'divisions[0].schedules[0].slots[1].key: p1 is there already',
      'divisions[0].schedules[0].slots[2].end: is the same as start',
      'divisions[0].week.fri: there is no schedule short',
      'divisions[0].week.sat: has a schedule, but the weekend has this day',
      'divisions[1].week.mon: there is no schedule long',
      'holidays[0].to: is before 2026-12-24',
      'dayPlans[1].date: 2026-12-01 main is there already',
      'dayPlans[0].schedule: there is no schedule in division main called exam',
      'dayPlans[0].schedule: there is no schedule in division main called exam',
      'dayPlans[1].cycleDay: there is no cycle day day-9',
      'dayPlans[2].division: there is no division evening',
    ]);
  });

  it('finds what a cycle refers to in vain', () => {
    const content = { ...decoded(), timetable: {}, cover: [], duty: [] };
    content.cycle = {
      kind: 'weeks',
      weeks: ['a', 'a'],
      anchors: [
        { date: '2026-09-07', week: 'b' },
        { date: '2026-09-07', week: 'a' },
      ],
    };
    expect(violations(content)).toEqual([
      'cycle.weeks[1]: a is there already',
      'cycle.anchors[0].week: there is no week b',
      'cycle.anchors[1].date: 2026-09-07 is there already',
    ]);
    content.cycle = { kind: 'days', days: ['day-1'], anchors: [{ date: '2026-09-07', day: 'x' }] };
    expect(violations(content)).toEqual(['cycle.anchors[0].day: there is no day x']);
    content.cycle = { kind: 'months' };
    expect(violations(content)[0]).toMatch(/^cycle\.kind: /);
  });

  it('finds what a timetable, cover and duty refer to in vain', () => {
    const content = decoded();
    const [lesson] = content.timetable.lessons;
    content.timetable.classes.push(
      { id: '7a', name: '7A again', division: 'main' },
      { id: '8a', name: '8A', division: 'upper' },
    );
    content.timetable.lessons.push(
      { ...lesson, subject: 'Art' },
      { ...lesson, class: '9z' },
      { ...lesson, class: '7A', cycleDay: 'wed' },
      { ...lesson, slot: 'p9', cycleDay: 'day-1' },
    );
    content.cover.push({ ...content.cover[0], id: 'c2', class: '9z', slot: 'p1' });
    content.duty = [
      { id: 'd1', teacher: 'T', place: 'Gate', slot: 'p9', cycleDay: 'nope' },
      { id: 'd2', teacher: 'T', place: 'Gate' },
      { id: 'd3', teacher: 'T', place: 'Gate', cycleDay: 'mon', date: '2026-11-24' },
    ];
    expect(violations(content)).toEqual([
      'timetable.classes[1].id: 7a is there already',
      'timetable.classes[2].division: there is no division upper',
      'timetable.lessons[2].class: there is no class 9z',
      'timetable.lessons[3].class: there is no class 7A; is it 7a?',
      'timetable.lessons[4].slot: there is no slot for this class called p9',
      'timetable.lessons[4].cycleDay: there is no cycle day day-1',
      'timetable.lessons[1]: 7a on tue in p1 is there already',
      'cover[1].class: there is no class 9z',
      'duty[0].slot: there is no slot p9',
      'duty[0].cycleDay: there is no cycle day nope',
      'duty[1]: must have either a date or a cycleDay',
      'duty[2]: must have either a date or a cycleDay',
    ]);
  });

  it('finds items with one id, and windows that end before they begin', () => {
    const content = decoded();
    content.announcements.push({ ...content.announcements[0] });
    content.honours[0].validFrom = '2026-11-24T08:00';
    content.honours[0].validUntil = '2026-11-24T08:00';
    const alert = { id: 'a', kind: 'weather', title: 'Storm', startsAt: '2026-11-30T22:00' };
    content.alerts = [
      { ...alert, expiresAt: '2026-12-01T22:00' },
      { ...alert, id: 'b', expiresAt: '2026-12-01T22:01' },
      { ...alert, id: 'c', expiresAt: '2026-11-30T22:00' },
    ];
    expect(violations(content)).toEqual([
      'announcements[1].id: fair is there already',
      'honours[0].validUntil: is not after validFrom, 2026-11-24T08:00',
      'alerts[1].expiresAt: must be after startsAt, by at most 24 hours',
      'alerts[2].expiresAt: must be after startsAt, by at most 24 hours',
    ]);
  });
});
