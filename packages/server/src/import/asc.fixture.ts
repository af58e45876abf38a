import { importSchool } from './import-files.fixture.js';

/** A timetable as aSc exports it, of a week that begins on Sunday. */
export const ASC = `<?xml version="1.0" encoding="UTF-8"?>
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

/** A school before its first import, with such weeks. */
export const sunday = () =>
  importSchool({
    weekend: ['fri', 'sat'],
    divisions: [{ id: 'main', name: 'Main', schedules: [], week: {} }],
    timetable: { classes: [], lessons: [] },
  });
