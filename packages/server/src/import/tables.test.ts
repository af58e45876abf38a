import { describe, expect, it } from 'vitest';
import { importFiles, importSchool, lines } from './import-files.fixture.js';

const TIMETABLE = lines(
  'Class,Day,Period,Subject,Teacher,Room',
  '7A,Monday,1,Mathematics,Ms Cole,11',
  '"7A, 7B",Tue,Lesson 2,"Art, design",,Studio',
);
const LESSONS = [
  {
    class: '7a',
    cycleDay: 'mon',
    slot: 'p1',
    subject: 'Mathematics',
    teacher: 'Ms Cole',
    room: '11',
  },
  { class: '7a', cycleDay: 'tue', slot: 'p2', subject: 'Art, design', room: 'Studio' },
  { class: '7b', cycleDay: 'tue', slot: 'p2', subject: 'Art, design', room: 'Studio' },
];

const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'));
const utf16be = (text: string) => Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le').swap16());
const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

describe('a timetable as a table', () => {
  it.each([
    ['commas', TIMETABLE],
    ['semicolons', TIMETABLE.replace(/,(?! )/g, ';')],
    ['tabs', TIMETABLE.replace(/,(?! )/g, '\t')],
    ['a mark of UTF-8', `\ufeff${TIMETABLE}`],
    ['UTF-16', utf16(TIMETABLE)],
    ['UTF-16, big end first', utf16be(TIMETABLE)],
    ['lines of Windows', TIMETABLE.replaceAll('\n', '\r\n')],
    ['lines of old Macs', TIMETABLE.replaceAll('\n', '\r')],
    ['empty lines', `\n\n${TIMETABLE.replace('\n', '\n\n')},,,,,\n`],
  ])('is read with %s', async (_, file) => {
    const { content, problems } = await importFiles({ 'tt.csv': file });
    expect(problems).toEqual([]);
    expect(content.timetable.lessons).toEqual(LESSONS);
  });

  it.each([
    ['pl', 'windows-1250', 'Łąka', [0xa3, 0xb9, 0x6b, 0x61]],
    ['sr-Latn', 'windows-1250', 'Šah', [0x8a, 0x61, 0x68]],
    ['bg', 'windows-1251', 'Урок', [0xd3, 0xf0, 0xee, 0xea]],
    ['el', 'windows-1253', 'Ωδή', [0xd9, 0xe4, 0xde]],
    ['he', 'windows-1255', 'שיר', [0xf9, 0xe9, 0xf8]],
    ['fa', 'windows-1256', 'درس', [0xcf, 0xd1, 0xd3]],
    ['lv', 'windows-1257', 'Ķīmija', [0xcd, 0xee, 0x6d, 0x69, 0x6a, 0x61]],
    ['pt', 'windows-1252', 'Ação', [0x41, 0xe7, 0xe3, 0x6f]],
  ])('is read as Windows wrote it before Unicode, in %s: %s', async (locale, _, word, bytes) => {
    const { school } = importSchool();
    const start = new TextEncoder().encode('class,day,period,subject\n7A,Mon,1,');
    const imported = await importFiles(
      { 'tt.csv': Uint8Array.from([...start, ...bytes]) },
      {},
      importSchool({ school: { ...school, locale } }),
    );
    expect(imported.content.timetable.lessons.at(-1)?.subject).toBe(word);
  });

  it('knows weekdays that are cut short, if they are no other one', async () => {
    const file = lines('class,day,period,subject', '7A,Tues,1,Art', '7A,Thurs.,1,Art');
    const { content, problems } = await importFiles({ 'tt.csv': file });
    expect(problems).toEqual([]);
    expect(content.timetable.lessons.map(({ cycleDay }) => cycleDay)).toEqual(['tue', 'thu']);
    const other = await importFiles({ 'tt.csv': file.replace('Tues', 'Mer') });
    expect(other.content.timetable.lessons[0]?.cycleDay).toBe('wed');
    const none = await importFiles({ 'tt.csv': file.replace('Tues', 'Day') });
    expect(none.problems).toEqual(['tt.csv, row 2, column "day": "Day" is no weekday']);
  });

  it('keeps classes and double lessons apart whose digits are the same', async () => {
    const { divisions } = importSchool();
    const slots = Array.from({ length: 12 }, (_, index) => ({
      key: `p${index + 1}`,
      kind: 'period' as const,
      label: `${index + 1}`,
      start: `${String(index + 7).padStart(2, '0')}:00`,
      end: `${String(index + 7).padStart(2, '0')}:45`,
      bell: true,
    }));
    const [division] = divisions;
    if (division === undefined) throw new Error('the school has a division');
    const file = lines(
      'class,day,period,subject',
      '1/11,Mon,1-2,Art',
      '11/1,Mon,1-2,Music',
      '1 - 11,Tue,12,Sport',
    );
    const school = importSchool({
      divisions: [{ ...division, schedules: [{ id: 'regular', slots }], week: {} }],
      dayTemplates: [],
      dayPlans: [],
      timetable: { classes: [], lessons: [] },
    });
    const { content, problems } = await importFiles({ 'tt.csv': file }, {}, school);
    expect(problems).toEqual([]);
    expect(content.timetable.lessons.map((each) => `${each.class} ${each.slot}`)).toEqual([
      '1/11 p1',
      '1/11 p2',
      '11/1 p1',
      '11/1 p2',
      '1/11 p12',
    ]);
  });

  it.each([
    ['ar', 'الصف;اليوم;الحصة;المادة;المعلم\n٧أ;الاثنين;١;الرياضيات;أ. منى\n'],
    ['es', 'Clase;Día;Hora;Asignatura;Profesor\n7A;lunes;1;Matemáticas;Sra. Gil\n'],
    ['fr', 'Classe;Jour;Séance;Matière;Professeur\n7A;lundi;1;Mathématiques;Mme Roy\n'],
    ['de', 'Klasse;Tag;Stunde;Fach;Lehrkraft\n7A;Montag;1;Mathematik;Fr. Groß\n'],
    ['tr', 'Sınıf;Gün;Ders saati;Ders;Öğretmen\n7A;Pazartesi;1;Matematik;Ayşe Işık\n'],
  ])('is read in the language of the school: %s', async (locale, file) => {
    const { school } = importSchool();
    const content = importSchool({ school: { ...school, locale } });
    const imported = await importFiles({ 'plan.csv': file }, {}, content);
    expect(imported.problems).toEqual([]);
    const [, , , subject, teacher] = (file.split('\n')[1] ?? '').split(';');
    expect(imported.content.timetable.lessons.at(-1)).toMatchObject({
      cycleDay: 'mon',
      slot: 'p1',
      subject,
      teacher,
    });
  });

  it('is read in Windows-1252, and in what Turkish and Arabic had', async () => {
    const german = latin('Klasse;Tag;Stunde;Fach\n7A;Mo;1;Französisch\n');
    const first = await importFiles({ 'plan.csv': german });
    expect(first.content.timetable.lessons[0]?.subject).toBe('Französisch');
    const { school } = importSchool();
    const turkish = Uint8Array.from([
      ...latin('S'),
      0xfd,
      ...latin('n'),
      0xfd,
      ...latin('f;G\xfcn;Saat;Ders\n7A;1;1;\xdeiir\n'),
    ]);
    const tr = importSchool({ school: { ...school, locale: 'tr' } });
    const second = await importFiles({ 'plan.csv': turkish }, {}, tr);
    const third = await importFiles({ 'plan.csv': turkish }, { encoding: 'windows-1254' });
    expect(third.content.timetable).toEqual(second.content.timetable);
  });

  it('is the whole timetable of the classes it names, and leaves the others', async () => {
    const first = await importFiles({ 'tt.csv': TIMETABLE });
    const second = await importFiles(
      { 'b.csv': 'class,day,period,subject\n7B,fri,1,Music\n' },
      {},
      first.content,
    );
    expect(second.content.timetable.lessons).toEqual([
      ...LESSONS.slice(0, 2),
      { class: '7b', cycleDay: 'fri', slot: 'p1', subject: 'Music' },
    ]);
  });

  it('adds classes that are new', async () => {
    const { content } = await importFiles({ 'tt.csv': 'class,day,period,subject\n8 C,1,1,Art\n' });
    expect(content.timetable.classes.at(-1)).toEqual({ id: '8-c', name: '8 C', division: 'main' });
  });

  it('takes headings of the school’s own from a mapping', async () => {
    const map = { timetable: { Kl: 'class', Wann: 'day', 'Std.': 'period', Was: 'subject' } };
    const file = lines('Kl;Wann;Std.;Was', '7A;Mo;1;Sport');
    const { content, problems } = await importFiles({ 'x.csv': file }, { map });
    expect(problems).toEqual([]);
    expect(content.timetable.lessons[0]?.subject).toBe('Sport');
  });

  it('follows a cycle of weeks, and one of numbered days', async () => {
    const weeks = importSchool({
      cycle: { kind: 'weeks', weeks: ['a', 'b'], anchors: [{ date: '2026-11-23', week: 'a' }] },
      timetable: { classes: importSchool().timetable.classes, lessons: [] },
    });
    const file = lines('class,day,week,period,subject', '7A,Mon,A,1,Art', '7A,Tue,,1,Music');
    const first = await importFiles({ 'x.csv': file }, {}, weeks);
    expect(first.problems).toEqual([]);
    expect(first.content.timetable.lessons.map(({ cycleDay }) => cycleDay)).toEqual([
      'a-mon',
      'a-tue',
      'b-tue',
    ]);
    const days = importSchool({
      cycle: {
        kind: 'days',
        days: ['day-1', 'day-2'],
        anchors: [{ date: '2026-11-23', day: 'day-1' }],
      },
      timetable: { classes: importSchool().timetable.classes, lessons: [] },
      duty: [],
    });
    const second = await importFiles(
      { 'x.csv': 'class,day,period,subject\n7A,Day 2,1,Art\n' },
      {},
      days,
    );
    expect(second.problems).toEqual([]);
    expect(second.content.timetable.lessons[0]?.cycleDay).toBe('day-2');
  });
});

describe('the other kinds of table', () => {
  it('bells: the whole of each schedule that they name', async () => {
    const file = lines(
      'Schedule,Days,Period,Start,End,Kind,Label,Bell',
      'regular,Mon-Thu,1,8:00,8:50,,First,yes',
      'regular,,Break,8.50,9h05,break,,no',
      'long,Fri,1,9:00 am,12:30 PM,,,',
      'regular,,2,0905,9:55,,,',
    );
    const { content, problems } = await importFiles({ 'bells.csv': file });
    expect(problems).toEqual([]);
    expect(content.divisions[0]).toEqual({
      id: 'main',
      name: 'Main school',
      week: { mon: 'regular', tue: 'regular', wed: 'regular', thu: 'regular', fri: 'long' },
      schedules: [
        {
          id: 'regular',
          slots: [
            { key: 'p1', kind: 'period', label: 'First', start: '08:00', end: '08:50', bell: true },
            {
              key: 'break',
              kind: 'break',
              label: 'Break',
              start: '08:50',
              end: '09:05',
              bell: false,
            },
            { key: 'p2', kind: 'period', label: '2', start: '09:05', end: '09:55', bell: true },
          ],
        },
        importSchool().divisions[0]?.schedules[1],
        {
          id: 'long',
          slots: [
            { key: 'p1', kind: 'period', label: '1', start: '09:00', end: '12:30', bell: true },
          ],
        },
      ],
    });
  });

  it('bells of a new school: its only schedule is that of every day', async () => {
    const empty = importSchool({
      divisions: [{ id: 'main', name: 'Main', schedules: [], week: {} }],
      timetable: { classes: [], lessons: [] },
      duty: [],
    });
    const files = {
      'bells.csv': 'period,start,end\n1,8:00,8:45\n2,8:50,9:35\n',
      'classes.csv': 'class,division\n7A,Main\n',
      'tt.csv': 'class,day,period,subject\n7A,Mon,2,Art\n',
    };
    const { content, problems } = await importFiles(files, {}, empty);
    expect(problems).toEqual([]);
    expect(content.divisions[0]?.week).toEqual({
      mon: 'regular',
      tue: 'regular',
      wed: 'regular',
      thu: 'regular',
      fri: 'regular',
    });
    expect(content.timetable.lessons).toHaveLength(1);
  });

  it('cover, in the place of what the same file gave before', async () => {
    const first = lines(
      'date,period,class,change,subject,teacher,absent,room,note',
      '24/11/2026,1,7A,,Maths,Mr Haddad,Ms Cole,12,Bring books',
      '2026-11-25,2,"7A,7B",cancelled,,,,,',
      '25.11.2026,1,7B,Raumwechsel,,,,Gym,',
    );
    const { content, problems } = await importFiles({ 'cover.csv': first });
    expect(problems).toEqual([]);
    expect(content.cover).toMatchObject([
      {
        date: '2026-11-24',
        slot: 'p1',
        class: '7a',
        kind: 'cover',
        subject: 'Maths',
        teacher: 'Mr Haddad',
        absentTeacher: 'Ms Cole',
        room: '12',
        note: 'Bring books',
      },
      { date: '2026-11-25', slot: 'p2', class: '7a', kind: 'cancelled' },
      { date: '2026-11-25', slot: 'p2', class: '7b', kind: 'cancelled' },
      { date: '2026-11-25', slot: 'p1', class: '7b', kind: 'room-change', room: 'Gym' },
    ]);
    const byHand = {
      id: 'mine',
      groups: [],
      date: '2026-11-26',
      slot: 'p1',
      class: '7a',
      kind: 'cover' as const,
    };
    const before = { ...content, cover: [...content.cover, byHand] };
    const later = await importFiles({ 'cover.csv': 'date,period,class\n' }, {}, before);
    expect(later.content.cover).toEqual([byHand]);
  });

  it('notices, duty, honours, holidays and day plans', async () => {
    const { content, problems } = await importFiles({
      'notices.csv': lines(
        'title,text,level,screens,from,until',
        'Fair,In the hall,important,"lobby, gym",2026-11-24 08:30,2026-11-27',
      ),
      'duty.csv': lines(
        'teacher,place,day,period',
        'Dr Petrov,Gate,Mon,',
        'Ms Cole,Yard,Tue,Break',
      ),
      'honours.csv': lines('pupil,award', 'Ana,Star of the week'),
      'holidays.csv': lines(
        'holiday,from,to',
        'Winter,2026-12-21,2027-01-06',
        'National day,2026-12-08,',
      ),
      'dayplans.csv': lines('date,schedule,title', '2026-12-18,short,Early closing'),
    });
    expect(problems).toEqual([]);
    expect(content.announcements).toMatchObject([
      {
        title: 'Fair',
        body: 'In the hall',
        level: 'warning',
        groups: ['lobby', 'gym'],
        validFrom: '2026-11-24T08:30',
        validUntil: '2026-11-28T00:00',
      },
    ]);
    expect(content.duty).toMatchObject([
      { teacher: 'Dr Petrov', place: 'Gate', cycleDay: 'mon' },
      { teacher: 'Ms Cole', place: 'Yard', cycleDay: 'tue', slot: 'break' },
    ]);
    expect(content.honours).toMatchObject([{ name: 'Ana', title: 'Star of the week' }]);
    expect(content.holidays).toEqual([
      { from: '2026-12-08', title: 'National day', source: 'import/holidays' },
      { from: '2026-12-21', to: '2027-01-06', title: 'Winter', source: 'import/holidays' },
    ]);
    expect(content.dayPlans).toEqual([
      { date: '2026-12-18', schedule: 'short', title: 'Early closing', source: 'import/dayplans' },
    ]);
  });

  it('day plans of templates, by id or title', async () => {
    const school = importSchool({
      dayTemplates: [{ id: 'early', title: 'Early closing', schedules: { main: 'short' } }],
    });
    const file = lines('date,schedule', '2026-12-18,early closing', '2026-12-21,short');
    const { content, problems } = await importFiles({ 'dayplans.csv': file }, {}, school);
    expect(problems).toEqual([]);
    expect(content.dayPlans).toEqual([
      { date: '2026-12-18', template: 'early', source: 'import/dayplans' },
      { date: '2026-12-21', schedule: 'short', source: 'import/dayplans' },
    ]);
  });

  it('gives one thing one id in every import', async () => {
    const file = { 'notices.csv': 'title\nFair\nFair\nPlay\n' };
    const first = (await importFiles(file)).content;
    const second = (await importFiles(file, {}, first)).content;
    expect(second).toEqual(first);
    expect(new Set(first.announcements.map(({ id }) => id)).size).toBe(3);
  });
});

describe('bells as a table', () => {
  it('may pass midnight, but are not an afternoon whose pm was left out', async () => {
    const read = (row: string) => importFiles({ 'bells.csv': lines('period,start,end', row) });
    expect((await read('9,23:30,0:15')).problems).toEqual([]);
    expect((await read('5,12:55,1:40')).problems).toEqual([
      'bells.csv, row 2, column "end": 01:40 is before 12:55: write 13:40, or 1:40 pm, for the afternoon',
    ]);
  });

  it('are no holidays because their file is named for times, which has a feast in it', async () => {
    const file = lines('الحصة,الاسم,البداية,النهاية', '١,الأولى,07:30,08:15');
    const { content, problems } = await importFiles({ 'مواعيد.csv': file });
    expect(problems).toEqual([]);
    expect(content.divisions[0]?.schedules[0]?.slots).toMatchObject([{ label: 'الأولى' }]);
  });
});
