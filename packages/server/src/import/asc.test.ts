import { describe, expect, it } from 'vitest';
import { importFiles, importSchool } from './import-files.fixture.js';

const ASC = `<?xml version="1.0" encoding="UTF-8"?>
<timetable ascttversion="2012.1.1" importtype="database" options="idprefix:MyApp,daynumbering1" displayname="aSc Timetables 2012 XML">
<periods options="canadd,export:silent" columns="period,name,short,starttime,endtime">
<period name="First" short="1" period="1" starttime="8:00" endtime="8:45"/>
<period name="Second" short="2" period="2" starttime="8:55" endtime="9:40"/>
</periods>
<daysdefs columns="id,days,name,short">
<daysdef id="D0" name="Every day" short="E" days="11111"/>
<daysdef id="D1" name="Sunday" short="Su" days="10000"/>
<daysdef id="D2" name="Monday" short="Mo" days="01000"/>
</daysdefs>
<weeksdefs columns="id,weeks,name,short">
<weeksdef id="W0" name="All weeks" short="All" weeks="11"/>
<weeksdef id="W1" name="Week A" short="A" weeks="10"/>
</weeksdefs>
<subjects columns="id,name,short"><subject id="S1" name="Mathematics" short="Ma"/><subject id="S2" name="Art &amp; Design" short="Ar"/></subjects>
<teachers columns="id,name,short"><teacher id="T1" name="Ms Cole" short="Co"/><teacher id="T2" name="Mr Haddad" short="Ha"/></teachers>
<classrooms columns="id,name,short"><classroom id="R1" name="Room 11" short="11"/></classrooms>
<classes columns="id,name,short"><class id="C1" name="7A" short="7A"/><class id="C2" name="7C" short="7C"/></classes>
<lessons columns="id,classids,subjectid,periodspercard,teacherids">
<lesson id="L1" classids="C1,C2" subjectid="S1" periodspercard="1" teacherids="T1"/>
<lesson id="L2" classids="C1" subjectid="S2" periodspercard="2" teacherids="T1,T2"/>
</lessons>
<cards columns="lessonid,period,days,weeks,classroomids">
<card lessonid="L1" classroomids="R1" period="1" days="10000" weeks="11"/>
<card lessonid="L2" classroomids="" period="1" days="01000" weeks="11"/>
<card lessonid="L2" classroomids="" period="" days="" weeks="11"/>
</cards>
</timetable>
`;

const sunday = () =>
  importSchool({
    weekend: ['fri', 'sat'],
    divisions: [{ id: 'main', name: 'Main', schedules: [], week: {} }],
    timetable: { classes: [], lessons: [] },
  });

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

  const change = (from: string, to: string) => ASC.replace(from, to);
  const CARD = '<card lessonid="L1" classroomids="R1" period="1" days="10000" weeks="11"/>';
  const card = (attributes: string) => change(CARD, `<card ${attributes}/>`);
  const BROKEN: readonly (readonly [string, string, readonly (string | RegExp)[]])[] = [
    ['half of it', ASC.slice(0, 900), [/^x\.xml, row \d+: is not well-formed: /]],
    [
      'an attribute without quotes',
      change('period="1"', 'period=1'),
      [/^x\.xml, row 4: is not well-formed: /],
    ],
    ['a bare ampersand', change('&amp;', '&'), [/^x\.xml, row \d+: is not well-formed: /]],
    [
      'tags that cross',
      change('</periods>', '</period>'),
      [/^x\.xml, row 6: is not well-formed: /],
    ],
    [
      'an entity of its own',
      change('?>\n', '?>\n<!DOCTYPE t [<!ENTITY a "b">]>').replace('Ms Cole', '&a;'),
      [/is not well-formed: undefined entity/],
    ],
    [
      'a page of the web',
      '<html></html>',
      ['x.xml, row 1: begins with <html>, and not with <timetable>'],
    ],
    ['no element', '<?xml version="1.0"?>', [/is not well-formed: /]],
    ['no card', ASC.replace(/<card .*\n/g, ''), ['x.xml: has no cards: nothing is placed yet']],
    [
      'a lesson that is not there',
      card('lessonid="L9" period="1" days="10000"'),
      ['x.xml, row 25, column "lessonid": there is no lesson "L9"'],
    ],
    [
      'a class that is not there',
      change('C1,C2', 'C1,C9'),
      ['x.xml, row 21, column "classids": there is no class "C9"'],
    ],
    [
      'a subject that is not there',
      change('subjectid="S2"', 'subjectid="S9"'),
      [
        /row 22, column "subjectid": there is no subject "S9"/,
        /row 26: subject is missing/,
        /row 26: subject is missing/,
      ],
    ],
    [
      'a teacher that is not there',
      change('"T1,T2"', '"T1,T9"'),
      ['x.xml, row 22, column "teacherids": there is no teacher "T9"'],
    ],
    [
      'a room that is not there',
      change('classroomids="R1"', 'classroomids="R9"'),
      ['x.xml, row 25, column "classroomids": there is no classroom "R9"'],
    ],
    [
      'days that are none',
      card('lessonid="L1" period="1" days="1x"'),
      ['x.xml, row 25, column "days": "1x" is no row of 0 and 1'],
    ],
    [
      'a period that is no number',
      card('lessonid="L1" period="one" days="10000"'),
      ['x.xml, row 25, column "period": "one" is no number of a period'],
    ],
    [
      'a period without bells',
      card('lessonid="L1" period="7" days="10000"'),
      [/row 25, column "period": there is no period "7"; there are p1, p2/, /row 25/],
    ],
    [
      'a time that is none',
      change('starttime="8:00"', 'starttime="8:77"'),
      [
        /row 4, column "start": "8:77" is no time like 08:35/,
        ...Array.from({ length: 3 }, () => /there is no period "1"/),
      ],
    ],
    [
      'no subject',
      change('subjectid="S1"', ''),
      [/row 25: subject is missing/, /row 25: subject is missing/],
    ],
    [
      'a period twice',
      change('period="2"', 'period="1"'),
      [/row 5, column "period": p1 is there already/],
    ],
  ];

  it.each(BROKEN)('is refused where it is broken: %s', async (name, file, problems) => {
    const single =
      name === 'a period twice' ? file.replace('periodspercard="2"', 'periodspercard="1"') : file;
    const said = (await importFiles({ 'x.xml': single }, {}, sunday())).problems;
    expect(said).toEqual(
      problems.map((each) => (typeof each === 'string' ? each : expect.stringMatching(each))),
    );
  });
});
