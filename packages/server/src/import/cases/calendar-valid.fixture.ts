import { calendar, EASTERN, event } from '../calendar.fixture.js';
import { bytesOf, type ValidCase } from './format-case.fixture.js';

/** What a notice of the whole day brings. */
const day = (date: string, next: string, title = 'Club') =>
  `notices + title ${title}, level info, validFrom ${date}T00:00, validUntil ${next}T00:00`;
/** What an event of an hour brings. */
const hour = (date: string, from: string, until: string) =>
  `notices + title Club, body ${from}, level info, validFrom ${date}T00:00, validUntil ${date}T${until}`;
const HOUR = 'DURATION:PT1H';
const DAY = 'DTSTART;VALUE=DATE:20261208';
const IN_ITSELF = day('2026-12-08', '2026-12-09');

const CASES: readonly (readonly [string, string | Uint8Array, readonly string[]])[] = [
  ['a whole day', calendar(event(DAY, 'DTEND;VALUE=DATE:20261209')), [IN_ITSELF]],
  ['a day without an end', calendar(event(DAY)), [IN_ITSELF]],
  [
    'several days',
    calendar(event(DAY, 'DTEND;VALUE=DATE:20261211')),
    [day('2026-12-08', '2026-12-11')],
  ],
  [
    'an hour by the school’s own clock',
    calendar(event('DTSTART:20261208T160000', 'DTEND:20261208T170000')),
    [hour('2026-12-08', '16:00', '17:00')],
  ],
  [
    'an hour in UTC, which ends with the other year',
    calendar(event('DTSTART:20261231T220000Z', 'DTEND:20261231T230000Z')),
    [
      'notices + title Club, body 23:00, level info, validFrom 2026-12-31T00:00, validUntil 2027-01-01T00:00',
    ],
  ],
  [
    'an hour in a zone by its name, quoted',
    calendar(event('DTSTART;TZID="Europe/London":20261208T160000', HOUR)),
    [hour('2026-12-08', '17:00', '18:00')],
  ],
  [
    'a zone that the calendar defines, in the weeks between two changes of clocks',
    calendar(
      EASTERN,
      event(
        'DTSTART;TZID=Eastern Standard Time:20270312T160000',
        HOUR,
        'RRULE:FREQ=WEEKLY;COUNT=3',
      ),
    ),
    [
      hour('2027-03-12', '22:00', '23:00'),
      hour('2027-03-19', '21:00', '22:00'),
      hour('2027-03-26', '21:00', '22:00'),
    ],
  ],
  [
    'what takes place again, a number of times, without exceptions',
    calendar(
      event(
        'DTSTART:20261208T160000',
        HOUR,
        'RRULE:FREQ=WEEKLY;COUNT=4',
        'EXDATE:20261215T160000,20261222T160000',
      ),
    ),
    [hour('2026-12-08', '16:00', '17:00'), hour('2026-12-29', '16:00', '17:00')],
  ],
  [
    'what takes place again until a day, over the change of clocks',
    calendar(
      event(
        'DTSTART;TZID=Europe/Madrid:20270320T160000',
        HOUR,
        'RRULE:FREQ=WEEKLY;UNTIL=20270403T220000Z',
      ),
    ),
    [
      hour('2027-03-20', '16:00', '17:00'),
      hour('2027-03-27', '16:00', '17:00'),
      hour('2027-04-03', '16:00', '17:00'),
    ],
  ],
  [
    'what takes place every other week, on two days',
    calendar(event(DAY, 'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=4')),
    [
      IN_ITSELF,
      day('2026-12-10', '2026-12-11'),
      day('2026-12-22', '2026-12-23'),
      day('2026-12-24', '2026-12-25'),
    ],
  ],
  [
    'the last Friday of a month, over the end of the year',
    calendar(event('DTSTART;VALUE=DATE:20261127', 'RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=3')),
    [
      day('2026-11-27', '2026-11-28'),
      day('2026-12-25', '2026-12-26'),
      day('2027-01-29', '2027-01-30'),
    ],
  ],
  [
    'every year, since long ago',
    calendar(event('DTSTART;VALUE=DATE:19991208', 'RRULE:FREQ=YEARLY')),
    [IN_ITSELF, day('2027-12-08', '2027-12-09')],
  ],
  [
    'one time moved, and one cancelled',
    calendar(
      event('DTSTART:20261208T160000', HOUR, 'RRULE:FREQ=WEEKLY;COUNT=3'),
      event('RECURRENCE-ID:20261215T160000', 'DTSTART:20261216T100000', HOUR),
      event('RECURRENCE-ID:20261222T160000', 'DTSTART:20261222T160000', 'STATUS:CANCELLED'),
    ),
    [hour('2026-12-08', '16:00', '17:00'), hour('2026-12-16', '10:00', '11:00')],
  ],
  [
    'dates of its own besides',
    calendar(event(DAY, 'RDATE;VALUE=DATE:20261210,20261214')),
    [IN_ITSELF, day('2026-12-10', '2026-12-11'), day('2026-12-14', '2026-12-15')],
  ],
  [
    'a holiday by its category, its title and its calendar’s name',
    calendar(
      'X-WR-CALNAME:School',
      event(DAY, 'CATEGORIES:Red,HOLIDAY'),
      event('DTSTART;VALUE=DATE:20261221', 'DTEND;VALUE=DATE:20270107').replace(
        'Club',
        'Vacances de Noël',
      ),
    ),
    [
      'holidays + 2026-12-08: Club, until 2026-12-08',
      'holidays + 2026-12-21: Vacances de Noël, until 2027-01-06',
    ],
  ],
  [
    'the calendar of a ministry, all of holidays',
    calendar('X-WR-CALNAME:Schulferien Bayern', event(DAY)),
    ['holidays + 2026-12-08: Club, until 2026-12-08'],
  ],
  [
    'days with the bells of a schedule',
    calendar(event(DAY, 'DTEND;VALUE=DATE:20261210', 'CATEGORIES:short')),
    [
      'day plans + 2026-12-08 all: title Club, schedule short',
      'day plans + 2026-12-09 all: title Club, schedule short',
    ],
  ],
  [
    'lines that are folded, and letters that are escaped',
    calendar(event(DAY, 'DESCRIPTION:Bring a bo', ' ard\\, and\\npens\\; please')),
    [
      'notices + title Club, body Bring a board, and\npens; please, level info, validFrom 2026-12-08T00:00, validUntil 2026-12-09T00:00',
    ],
  ],
  [
    'alarms, to-do lists and fields that nobody knows',
    calendar(
      event(
        DAY,
        'X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC',
        'ATTENDEE;CN=Ana:mailto:ana@example.org',
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        'TRIGGER:-PT15M',
        'END:VALARM',
      ),
      'BEGIN:VTODO',
      'UID:2',
      'SUMMARY:Buy chalk',
      'END:VTODO',
    ),
    [IN_ITSELF],
  ],
  ['a cancelled event', calendar(event(DAY, 'STATUS:CANCELLED')), []],
  [
    'what is over, and what is too far ahead',
    calendar(
      event('DTSTART;VALUE=DATE:20261123'),
      event(DAY),
      event('DTSTART;VALUE=DATE:20290101'),
    ),
    [IN_ITSELF],
  ],
  ['lines of Unix', calendar(event(DAY)).replaceAll('\r\n', '\n'), [IN_ITSELF]],
  ['a mark of UTF-8', `\ufeff${calendar(event(DAY))}`, [IN_ITSELF]],
  [
    'Windows-1252',
    bytesOf(calendar(event(DAY).replace('Club', 'Fête')), 'latin1'),
    [day('2026-12-08', '2026-12-09', 'Fête')],
  ],
  [
    'two calendars in one file',
    calendar(event(DAY)) + calendar(event('DTSTART;VALUE=DATE:20261209')),
    [IN_ITSELF, day('2026-12-09', '2026-12-10')],
  ],
];

/** Calendars that real schools have. */
export const VALID_CALENDARS: readonly ValidCase[] = CASES.map(([what, file, brings]) => ({
  what,
  files: { 'club.ics': file },
  brings,
}));
