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

  it('takes the term that is asked for, by its name, short name or number', async () => {
    const terms = ['Semester 1,S1,10', 'Semester 2,S2,01', 'Whole year,YR,11'].map((line) => {
      const [name, short, bits] = line.split(',');
      return `<termsdef id="${short}" name="${name}" short="${short}" terms="${bits}"/>`;
    });
    // One place, with another lesson in each term, and one of the whole year.
    const card = (lesson: string, day: string, of: string) =>
      `<card lessonid="${lesson}" classroomids="" period="1" days="${day}" weeks="11" terms="${of}"/>`;
    const cards = [card('L1', '10000', '10'), card('L2', '10000', '01'), card('L1', '01000', '11')];
    const file = ASC.replace('<subjects', `<termsdefs>${terms.join('')}</termsdefs><subjects`)
      .replace('periodspercard="2"', 'periodspercard="1"')
      .replace(/<card .*\n/g, '')
      .replace('</cards>', `${cards.join('\n')}\n</cards>`);
    const read = (term?: string) =>
      importFiles({ 'asc.xml': file }, term === undefined ? {} : { term }, sunday());
    for (const [term, subject] of [
      ['Semester 1', 'Mathematics'],
      ['s1', 'Mathematics'],
      ['2', 'Art & Design'],
    ]) {
      const { content, problems } = await read(term);
      expect(problems).toEqual([]);
      const ofClass = content.timetable.lessons.filter((lesson) => lesson.class === '7a');
      expect(ofClass.map((each) => [each.cycleDay, each.subject])).toEqual([
        ['sun', subject],
        ['mon', 'Mathematics'],
      ]);
    }
    const which = 'say with --term which of "Semester 1", "Semester 2" it is now';
    expect((await read()).problems).toEqual([`asc.xml: has several terms; ${which}`]);
    expect((await read('3')).problems).toEqual([`asc.xml: has no term "3"; ${which}`]);
    // A file without terms is the same in every one.
    expect((await importFiles({ 'asc.xml': ASC }, { term: 'S2' }, sunday())).problems).toEqual([]);
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
