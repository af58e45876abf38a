import type { BrokenCase } from './format-case.fixture.js';

const TT = 'class,day,period,subject';
const COVER = 'date,period,class,teacher';

/** What is wrong, the file, and exactly what is said of it. */
const ROWS: readonly (readonly [string, string, string | Uint8Array, readonly string[]])[] = [
  ['no byte', 'x.csv', '', ['x.csv: is empty']],
  ['only blank lines', 'x.csv', '\n \n', ['x.csv: is empty: there are no headings']],
  [
    'an old workbook',
    'x.xls',
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]),
    ['x.xls: is a workbook of the old kind, or has a password: save it as .xlsx, without one'],
  ],
  [
    'a PDF',
    'plan.pdf',
    '%PDF-1.7\n1 0 obj',
    ['plan.pdf: is a PDF: save what it has as .xlsx, .csv or .ics'],
  ],
  [
    'a photo of the plan',
    'plan.csv',
    Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]),
    ['plan.csv: is a picture: save what it has as .xlsx, .csv or .ics'],
  ],
  [
    'unknown headings',
    'x.csv',
    'foo,bar\n1,2\n',
    ['x.csv, row 1: says nothing by these headings: foo, bar. Name the columns in a mapping file'],
  ],
  [
    'a heading too few',
    'x.csv',
    'class,day,subject\n7A,Mon,Art\n',
    [
      'x.csv, row 1: says nothing by these headings: class, day, subject. For timetable, it lacks period',
    ],
  ],
  [
    'headings of two kinds',
    'x.csv',
    'title,from,until\nA,2026-12-01,\n',
    [
      'x.csv, row 1: may be holidays or notices: say which with --as, or in the name of the file or sheet',
    ],
  ],
  [
    'a heading twice',
    'x.csv',
    `${TT},Fach\n7A,Mon,1,Art,Art\n`,
    ['x.csv, row 1, column "Fach": is subject, as column "subject" is'],
  ],
  [
    'an open quotation mark',
    'x.csv',
    `${TT}\n7A,Mon,1,"Art\n`,
    ['x.csv, row 2: a quotation mark is not closed'],
  ],
  [
    'text behind a quotation',
    'x.csv',
    `${TT}\n7A,Mon,1,"Art"x\n`,
    ['x.csv, row 2: text follows a closing quotation mark'],
  ],
  [
    'more cells than headings',
    'x.csv',
    `${TT}\n7A,Mon,1,Art,x\n`,
    ['x.csv, row 2: has "x" in column 5, which has no heading'],
  ],
  ['no class', 'x.csv', `${TT}\n,Mon,1,Art\n`, ['x.csv, row 2: class is missing']],
  ['no subject', 'x.csv', `${TT}\n7A,Mon,1,\n`, ['x.csv, row 2: subject is missing']],
  [
    'a day that is none',
    'x.csv',
    `${TT}\n7A,Noday,1,Art\n`,
    ['x.csv, row 2, column "day": "Noday" is no weekday'],
  ],
  [
    'a period that is none',
    'x.csv',
    `${TT}\n7A,Mon,9,Art\n`,
    ['x.csv, row 2, column "period": there is no period "9"; there are p1, break, p2'],
  ],
  [
    'two lessons at once',
    'x.csv',
    `${TT}\n7A,Mon,1,Art\n7A,Mo,p1,Music\n`,
    ['x.csv, row 3: 7A has a lesson on mon in p1 already, in row 2'],
  ],
  [
    'a week, where all are alike',
    'x.csv',
    'class,day,period,subject,week\n7A,Mon,1,Art,A\n',
    ['x.csv, row 2, column "week": week "A" is named, but every week of the school is alike'],
  ],
  [
    'a subject without end',
    'x.csv',
    `${TT}\n7A,Mon,1,${'x'.repeat(121)}\n`,
    ['x.csv, row 2, column "subject": must have at most 120'],
  ],
  [
    'a date that is none',
    'cover.csv',
    `${COVER}\n31/02/2026,1,7A,X\n`,
    ['cover.csv, row 2, column "date": "31/02/2026" is no date like 2026-11-24'],
  ],
  [
    'a year of two digits',
    'cover.csv',
    `${COVER}\n24/11/26,1,7A,X\n`,
    ['cover.csv, row 2, column "date": "24/11/26" is no date like 2026-11-24'],
  ],
  [
    'a class that is none',
    'cover.csv',
    `${COVER}\n2026-11-24,1,9Z,X\n`,
    ['cover.csv, row 2, column "class": there is no class "9Z"'],
  ],
  [
    'a kind that is none',
    'cover.csv',
    'date,period,class,kind\n2026-11-24,1,7A,party\n',
    ['cover.csv, row 2, column "kind": "party" is none of cover, cancelled, room-change, moved'],
  ],
  [
    'a time that is none',
    'bells.csv',
    'period,start,end\n1,25:00,9:00\n',
    ['bells.csv, row 2, column "start": "25:00" is no time like 08:35'],
  ],
  [
    'a period without an end',
    'bells.csv',
    'period,start,end\n1,8:00,\n',
    ['bells.csv, row 2: end is missing'],
  ],
  [
    'a period of no length',
    'bells.csv',
    'period,start,end\n1,8:00,8:00\n',
    ['bells.csv, row 2, column "end": is the same as start'],
  ],
  [
    'a period twice',
    'bells.csv',
    'period,start,end\n1,8:00,8:45\n1,9:00,9:45\n',
    ['bells.csv, row 3, column "period": p1 is there already'],
  ],
  [
    'weekdays that are none',
    'bells.csv',
    'period,start,end,days\n1,8:00,9:00,Mon-Foo\n',
    ['bells.csv, row 2, column "days": "Mon-Foo" is no list of weekdays like Mon-Thu'],
  ],
  [
    'a school day at the weekend',
    'bells.csv',
    'period,start,end,days,schedule\n1,8:00,9:00,Sat,extra\n',
    ['bells.csv, row 2, column "days": sat is a day of the weekend'],
  ],
  [
    'a division that is none',
    'classes.csv',
    'class,division\n7A,Upper\n',
    ['classes.csv, row 2, column "division": there is no division "Upper"'],
  ],
  [
    'duty at no time',
    'duty.csv',
    'teacher,place\nMs Cole,Gate\n',
    ['duty.csv, row 2: needs either a date or a day of the cycle'],
  ],
  [
    'a holiday that ends first',
    'holidays.csv',
    'title,from,to\nW,2026-12-21,2026-12-01\n',
    ['holidays.csv, row 2, column "to": is before 2026-12-21'],
  ],
  [
    'a notice that ends first',
    'notices.csv',
    'title,from,until\nA,2026-12-21,2026-12-01\n',
    ['notices.csv, row 2, column "until": is not after validFrom, 2026-12-21T00:00'],
  ],
  [
    'a level that is none',
    'notices.csv',
    'title,level\nA,loud\n',
    ['notices.csv, row 2, column "level": "loud" is none of info, success, warning, urgent'],
  ],
  [
    'a schedule that is none',
    'dayplans.csv',
    'date,schedule\n2026-12-18,tiny\n',
    [
      'dayplans.csv, row 2, column "schedule": there is no schedule "tiny"; there are regular, short',
    ],
  ],
  [
    'a plan of nothing',
    'dayplans.csv',
    'date,schedule,title\n2026-12-18,,\n',
    ['dayplans.csv, row 2: needs a schedule, a day or a title'],
  ],
];

/** Tables that are refused. */
export const BROKEN_TABLES: readonly BrokenCase[] = ROWS.map(([what, name, file, problems]) => ({
  what,
  files: { [name]: file },
  problems,
}));
