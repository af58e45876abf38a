import { importSchool, lines } from '../import-files.fixture.js';
import { bytesOf, caseSchool, codePage, utf16be, type ValidCase } from './format-case.fixture.js';

const PLAN = lines(
  'Class,Day,Period,Subject,Teacher,Room',
  '7A,Monday,1,Mathematics,Ms Colé,11',
  '7B,Tuesday,2,"Art, design",,Studio',
);
const BRINGS = [
  'timetable + 7a mon p1: room 11, subject Mathematics, teacher Ms Colé',
  'timetable + 7b tue p2: room Studio, subject Art, design',
];
const delimited = (delimiter: string) => PLAN.replace(/,(?! )/g, delimiter);

/** The same timetable, as different programs write it. */
const WRITTEN: readonly (readonly [string, string | Uint8Array])[] = [
  ['commas', PLAN],
  ['semicolons', delimited(';')],
  ['tabs', delimited('\t')],
  ['bars', delimited('|')],
  ['a line that names the delimiter, as spreadsheets have it', `sep=;\r\n${delimited(';')}`],
  ['a mark of UTF-8', `\ufeff${PLAN}`],
  ['UTF-16 with a mark', bytesOf(`\ufeff${PLAN}`, 'utf16le')],
  ['UTF-16 without one', bytesOf(PLAN, 'utf16le')],
  ['UTF-16, big end first', utf16be(`\ufeff${PLAN}`)],
  ['UTF-16, big end first, without a mark', utf16be(PLAN)],
  ['Windows-1252', bytesOf(PLAN, 'latin1')],
  ['lines of Windows', PLAN.replaceAll('\n', '\r\n')],
  ['lines of old Macs', PLAN.replaceAll('\n', '\r')],
  ['no end of the last line', PLAN.trimEnd()],
  ['empty lines, and rows of nothing but delimiters', `\n${PLAN.replace('\n', '\n\n')},,,,,\n`],
  ['every cell quoted', PLAN.replace(/^(?!.*").*$/gm, (row) => row.replace(/[^,]+/g, '"$&"'))],
  ['blanks around cells', PLAN.replaceAll('Monday', ' Monday ').replace('Class', ' Class ')],
  ['empty columns at the end', PLAN.replace(/$/gm, ',,').replace(/,,$/, '')],
  ['headings in capitals', PLAN.replace(/^.*$/m, (row) => row.toUpperCase())],
  ['the columns in another order', PLAN.replace(/^(\w+),(\w+)/gm, '$2,$1')],
  [
    'the name of the table above it',
    `Timetable of Riverside School,,,,,\nValid from 1 August\n\n${PLAN}`,
  ],
];

const { school } = importSchool();
const inLocale = (locale: string) => caseSchool({ school: { ...school, locale } });

/** One lesson, in the language of a school, and in what its old programs encode it in. */
const LANGUAGES: readonly (readonly [string, string, string, ((text: string) => Uint8Array)?])[] = [
  [
    'en-GB',
    'Form,Weekday,Slot,Subject,Staff\n7A,Mon,P1,Maths,Ms Cole\n',
    'subject Maths, teacher Ms Cole',
  ],
  [
    'ar',
    'الصف;اليوم;الحصة;المادة;المعلم\n7A;الاثنين;١;الرياضيات;أ. منى\n',
    'subject الرياضيات, teacher أ. منى',
  ],
  [
    'ar-SA',
    'الفصل;اليوم;الحصة;المادة;المدرس\n7A;الاثنين;1;العلوم;منى\n',
    'subject العلوم, teacher منى',
    (text) => codePage(text, 'windows-1256'),
  ],
  [
    'es',
    'Grupo;Día;Sesión;Materia;Docente\n7A;lunes;1;Matemáticas;Sra. Gil\n',
    'subject Matemáticas, teacher Sra. Gil',
  ],
  [
    'fr',
    'Classe;Jour;Créneau;Matière;Prof\n7A;lundi;1;Mathématiques;Mme Roy\n',
    'subject Mathématiques, teacher Mme Roy',
  ],
  [
    'de',
    'Klasse;Wochentag;Std.;Fach;Lehrkraft\n7A;Mo;1. Stunde;Mathe;Fr. Groß\n',
    'subject Mathe, teacher Fr. Groß',
    (text) => bytesOf(text, 'latin1'),
  ],
  [
    'tr',
    'Sınıf;Gün;Ders saati;Ders;Öğretmen\n7A;Pazartesi;1;İngilizce;Ayşe Işık\n',
    'subject İngilizce, teacher Ayşe Işık',
    (text) => codePage(text, 'windows-1254'),
  ],
];

const weeks = caseSchool({
  cycle: { kind: 'weeks', weeks: ['a', 'b'], anchors: [{ date: '2026-11-23', week: 'a' }] },
  duty: [],
});
const numbered = caseSchool({
  cycle: { kind: 'days', days: ['1', '2'], anchors: [{ date: '2026-11-23', day: '1' }] },
  duty: [],
});

/** What tables say, beside a timetable of one lesson a row. */
const SAID: readonly ValidCase[] = [
  {
    what: 'weeks A and B, and a lesson of both',
    files: {
      'x.csv': 'class,day,week,period,subject\n7A,Mon,A,1,Art\n7A,Mon,B,1,Music\n7A,Tue,,1,PE\n',
    },
    school: weeks,
    brings: [
      'timetable + 7a a-mon p1: subject Art',
      'timetable + 7a b-mon p1: subject Music',
      'timetable + 7a a-tue p1: subject PE',
      'timetable + 7a b-tue p1: subject PE',
    ],
  },
  {
    what: 'days that are numbered',
    files: { 'x.csv': 'class,day,period,subject\n7A,Day 2,1,Art\n' },
    school: numbered,
    brings: ['timetable + 7a 2 p1: subject Art'],
  },
  {
    what: 'double lessons',
    files: {
      'x.csv': 'class,day,period,subject\n7A,Mon,1-2,Art\n7A,Tue,"1, 2",PE\n7A,Wed,1+2,IT\n',
    },
    brings: [
      'timetable + 7a mon p1: subject Art',
      'timetable + 7a mon p2: subject Art',
      'timetable + 7a tue p1: subject PE',
      'timetable + 7a tue p2: subject PE',
      'timetable + 7a wed p1: subject IT',
      'timetable + 7a wed p2: subject IT',
    ],
  },
  {
    what: 'several classes and several teachers in a cell, and classes that are new',
    files: { 'x.csv': 'class,day,period,subject,teacher\n"7A, 9 É",Mon,1,Choir,"Cole, Haddad"\n' },
    brings: [
      'classes + 9-e: 9 É (main)',
      'timetable + 7a mon p1: subject Choir, teacher Cole, Haddad',
      'timetable + 9-e mon p1: subject Choir, teacher Cole, Haddad',
    ],
  },
  {
    what: 'quotation marks and new lines in a cell',
    files: { 'notices.csv': 'title,text\n"The ""big"" fair","In the hall,\nfrom noon"\n' },
    brings: ['notices + title The "big" fair, body In the hall,\nfrom noon, level info'],
  },
  {
    what: 'dates as in Germany, in ISO 8601, in one word and as a number of days',
    files: {
      'holidays.csv':
        'Titel;von;bis\nA;1.12.2026;02.12.2026\nB;2026-12-03;\nC;20261204;\nD;46363;\n',
    },
    school: inLocale('de'),
    brings: [
      'holidays + 2026-12-01: A, until 2026-12-02',
      'holidays + 2026-12-03: B, until 2026-12-03',
      'holidays + 2026-12-04: C, until 2026-12-04',
      'holidays + 2026-12-07: D, until 2026-12-07',
    ],
  },
  {
    what: 'dates as in the United States',
    files: { 'holidays.csv': 'title,from\nA,12/1/2026\n' },
    school: inLocale('en-US'),
    brings: ['holidays + 2026-12-01: A, until 2026-12-01'],
  },
  {
    what: 'times of every form',
    files: {
      'bells.csv':
        'schedule,period,start,end\nlong,1,8:05,08.50\nlong,2,0855,9h40\nlong,3,1:05 pm,13:50:00\n',
    },
    brings: [
      'bells + main long p1: label 1, start 08:05, end 08:50, kind period, bell true',
      'bells + main long p2: label 2, start 08:55, end 09:40, kind period, bell true',
      'bells + main long p3: label 3, start 13:05, end 13:50, kind period, bell true',
    ],
  },
  {
    what: 'cover of every kind, with who is away',
    files: {
      'Vertretung.csv':
        'Datum;Stunde;Klasse;Art;Fach;Vertreter;fehlt;Raum;Bemerkung\n' +
        '24.11.2026;1;7A;Vertretung;Mathe;Öz;Groß;12;Heft mitbringen\n' +
        '24.11.2026;1-2;7B;Entfall;;;;;\n' +
        '25.11.2026;1;7A;Raumänderung;;;;Aula;\n' +
        '25.11.2026;2;7A;verlegt;;;;;Jetzt am Freitag\n',
    },
    school: inLocale('de'),
    brings: [
      'cover + date 2026-11-24, slot p1, class 7a, kind cover, absentTeacher Groß, note Heft mitbringen, room 12, subject Mathe, teacher Öz',
      'cover + date 2026-11-24, slot p1, class 7b, kind cancelled',
      'cover + date 2026-11-24, slot p2, class 7b, kind cancelled',
      'cover + date 2026-11-25, slot p1, class 7a, kind room-change, room Aula',
      'cover + date 2026-11-25, slot p2, class 7a, kind moved, note Jetzt am Freitag',
    ],
  },
  {
    what: 'notices with a window, a level and groups of screens',
    files: {
      'notices.csv':
        'title,level,screens,from,until\nFair,important,"hall, gym",2026-11-24 08:30,2026-11-27\n',
    },
    brings: [
      'notices + title Fair, groups ["hall","gym"], level warning, validFrom 2026-11-24T08:30, validUntil 2026-11-28T00:00',
    ],
  },
  {
    what: 'duty on days and dates, all day and in a break',
    files: {
      'duty.csv': 'teacher,place,day,date,period\nCole,Gate,Mon,,\nHaddad,Yard,,2026-11-24,Break\n',
    },
    brings: [
      'duty + cycleDay mon, place Gate, teacher Cole',
      'duty + date 2026-11-24, slot break, place Yard, teacher Haddad',
    ],
  },
];

/** Tables of text that real schools have. */
export const VALID_TABLES: readonly ValidCase[] = [
  ...WRITTEN.map(([what, file]) => ({ what, files: { 'tt.csv': file }, brings: BRINGS })),
  ...LANGUAGES.map(([locale, text, brings, encode]) => ({
    what: `the language of the school: ${locale}`,
    files: { 'plan.csv': encode?.(text) ?? text },
    school: inLocale(locale),
    brings: [`timetable + 7a mon p1: ${brings}`],
  })),
  ...SAID,
];
