import { describe, expect, it } from 'vitest';
import { importFiles, importSchool, lines } from './import-files.fixture.js';
import { cover, LESSON } from './untis.fixture.js';

const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

describe('files of Untis', () => {
  it('are read by their columns, in Windows-1252, with the long names of other files', async () => {
    const { content, problems } = await importFiles({
      'GPU001.TXT': latin(
        lines(LESSON, '2,"7B","MÜL","KU","St~1",2,2,,', '3,"","COL","Aufsicht","",1,1,,'),
      ),
      'GPU004.TXT': latin('"MÜL","Müller"\n"COL","Cole"\n"HAD","Haddad"\n'),
      'GPU005.TXT': '"11","Raum 11"\n',
      'GPU006.TXT': '"M","Mathematik"\n"KU","Kunst"\n',
      'GPU009.TXT': '"Hof","MÜL",1,2,15\n'.replace('MÜL', 'COL'),
      'GPU014.TXT': latin(
        lines(
          cover(),
          cover({ 2: '2', 14: '7A~7B', 19: 'C', 16: 'Entfällt' }),
          cover({ 1: '20261125', 6: 'COL', 12: '12', 19: 'R' }),
        ),
      ),
    });
    expect(problems).toEqual([]);
    expect(content.timetable.lessons).toEqual([
      {
        class: '7a',
        cycleDay: 'mon',
        slot: 'p1',
        subject: 'Mathematik',
        teacher: 'Cole',
        room: 'Raum 11',
      },
      {
        class: '7b',
        cycleDay: 'tue',
        slot: 'p2',
        subject: 'Kunst',
        teacher: 'Müller',
        room: 'St~1',
      },
    ]);
    expect(content.duty).toMatchObject([
      { place: 'Hof', teacher: 'Cole', cycleDay: 'mon', slot: 'p2' },
    ]);
    expect(content.cover).toMatchObject([
      {
        date: '2026-11-24',
        slot: 'p1',
        class: '7a',
        kind: 'cover',
        subject: 'Mathematik',
        teacher: 'Haddad',
        absentTeacher: 'Cole',
        room: 'Raum 11',
      },
      { slot: 'p2', class: '7a', kind: 'cancelled', note: 'Entfällt' },
      { slot: 'p2', class: '7b', kind: 'cancelled' },
      { date: '2026-11-25', kind: 'room-change', teacher: 'Cole', room: '12' },
    ]);
    expect(content.cover[1]).not.toHaveProperty('teacher');
    expect(content.cover[3]).not.toHaveProperty('absentTeacher');
  });

  it('show groups of one class at once as one lesson', async () => {
    const file = lines(
      '1,"7A","COL","EN","11",1,1,,',
      '2,"7A","HAD","FR","12",1,1,,',
      '2,"7A","HAD","FR","12",1,1,,',
    );
    const { content, problems } = await importFiles({ 'gpu001.txt': file });
    expect(problems).toEqual([]);
    expect(content.timetable.lessons).toEqual([
      {
        class: '7a',
        cycleDay: 'mon',
        slot: 'p1',
        subject: 'EN / FR',
        teacher: 'COL, HAD',
        room: '11, 12',
      },
    ]);
  });

  it('are passed over with a word where they hold nothing for a wall', async () => {
    expect((await importFiles({ 'GPU002.TXT': '1,2\n' })).problems).toEqual([
      'warning: GPU002.TXT: holds nothing that a wall shows; GPU001, 004, 005, 006, 009 and 014 do',
    ]);
    expect((await importFiles({ 'GPU014.TXT': cover({ 19: 'B' }) })).content.cover).toEqual([]);
  });

  const one = 'GPU001.TXT';

  it('need bells, which they do not have', async () => {
    const school = importSchool({
      divisions: [{ id: 'main', name: 'Main', schedules: [], week: {} }],
      timetable: { classes: [], lessons: [] },
    });
    expect((await importFiles({ [one]: LESSON }, {}, school)).problems).toEqual([
      `${one}, row 1, column "period": there is no period "1"; there are no bells yet: import them too`,
    ]);
  });
});
