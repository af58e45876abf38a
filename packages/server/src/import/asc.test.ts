import { describe, expect, it } from 'vitest';
import { ASC, sunday } from './asc.fixture.js';
import { importFiles, importSchool } from './import-files.fixture.js';

describe('a timetable of aSc', () => {
  it('brings bells, classes and lessons, on the days that its names say', async () => {
    const { content, problems } = await importFiles({ 'asc.xml': ASC }, {}, sunday());
    expect(problems).toEqual([]);
    expect(content.divisions[0]?.schedules[0]?.slots).toMatchObject([
      { key: 'p1', label: 'First', start: '08:00', end: '08:45' },
      { key: 'p2', label: 'Second', start: '08:55', end: '09:40' },
    ]);
    const design = { cycleDay: 'mon', subject: 'Art & Design', teacher: 'Ms Cole, Mr Haddad' };
    const maths = { cycleDay: 'sun', subject: 'Mathematics', teacher: 'Ms Cole', room: 'Room 11' };
    expect(content.timetable.lessons).toEqual([
      { class: '7a', slot: 'p1', ...maths },
      { class: '7c', slot: 'p1', ...maths },
      { class: '7a', slot: 'p1', ...design },
      { class: '7a', slot: 'p2', ...design },
    ]);
  });

  it('follows weeks where the school has them, and is refused where it has not', async () => {
    const weekly = ASC.replace('days="01000" weeks="11"', 'days="01000" weeks="10"');
    const school = {
      ...sunday(),
      cycle: {
        kind: 'weeks' as const,
        weeks: ['a', 'b'],
        anchors: [{ date: '2026-11-22', week: 'a' }],
      },
    };
    const { content, problems } = await importFiles({ 'asc.xml': weekly }, {}, school);
    expect(problems).toEqual([]);
    expect(content.timetable.lessons.at(-1)?.cycleDay).toBe('a-mon');
    expect((await importFiles({ 'asc.xml': weekly }, {}, sunday())).problems[0]).toMatch(
      /week "A" is named, but every week/,
    );
  });

  it('leaves the bells alone if only the timetable is asked for', async () => {
    const { content } = await importFiles(
      { 'asc.xml': ASC.replaceAll('Sunday', 'Friday') },
      { as: 'timetable' },
    );
    expect(content.divisions).toEqual(importSchool().divisions);
    expect(content.timetable.lessons).toHaveLength(4);
  });
});
