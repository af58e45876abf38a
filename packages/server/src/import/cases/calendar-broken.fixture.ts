import { calendar, event } from '../calendar.fixture.js';
import type { BrokenCase } from './format-case.fixture.js';

const good = event('DTSTART;VALUE=DATE:20261208');
const ROWS: readonly (readonly [string, string, readonly (string | RegExp)[]])[] = [
  [
    'its end missing',
    calendar(good).replace('END:VCALENDAR', ''),
    ['x.ics: is cut off: no end of VCALENDAR'],
  ],
  [
    'cut off in an event',
    calendar(good).slice(0, 90),
    ['x.ics: is cut off: no end of VCALENDAR and VEVENT'],
  ],
  [
    'parts that cross',
    calendar('BEGIN:VEVENT', 'BEGIN:VALARM', 'END:VEVENT', 'END:VALARM'),
    ['x.ics, row 6: END:VEVENT ends what has not begun'],
  ],
  [
    'a line that is none',
    calendar('BEGIN:VEVENT', 'rubbish', 'END:VEVENT'),
    [/^x\.ics, row 5: is no calendar that can be read: .*rubbish/],
  ],
  [
    'an address book',
    'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\nEND:VCARD\r\n',
    ['x.ics: holds a VCARD, and no VCALENDAR'],
  ],
  [
    'no title',
    calendar(good.replace('SUMMARY:Club\r\n', '')),
    ['x.ics, row 4, column "SUMMARY": is missing'],
  ],
  [
    'no start',
    calendar(event('DTEND;VALUE=DATE:20261208')),
    ['x.ics, row 4, column "DTSTART": is missing'],
  ],
  [
    'a start that is none',
    calendar(event('DTSTART;VALUE=DATE:soon')),
    [/^x\.ics, row 4: the event cannot be read: .*"soon"/],
  ],
  [
    'a day that the calendar has not',
    calendar(event('DTSTART;VALUE=DATE:20260231')),
    [/^x\.ics, row 4, column "DTSTART": ".*" is no date or moment$/],
  ],
  [
    'a month that is none',
    calendar(event('DTSTART;VALUE=DATE:20261308')),
    ['x.ics, row 4, column "DTSTART": "2026-13-08" is no date or moment'],
  ],
  [
    'an hour that is none',
    calendar(event('DTSTART:20261208T250000')),
    ['x.ics, row 4, column "DTSTART": "2026-12-08T25:00:00" is no date or moment'],
  ],
  [
    'an end before its start',
    calendar(good, event('DTSTART:20261208T100000', 'DTEND:20261208T090000')),
    ['x.ics, row 9, column "DTEND": is before DTSTART'],
  ],
  [
    'a zone that nobody knows',
    calendar(event('DTSTART;TZID=Nowhere/Land:20261208T100000')),
    ['x.ics, row 4, column "DTSTART": nobody knows the time zone "Nowhere/Land"'],
  ],
  [
    'a rule that is none',
    calendar(event('DTSTART;VALUE=DATE:20261208', 'RRULE:FREQ=SOMETIMES')),
    [/^x\.ics, row 8: is no calendar that can be read: .*"SOMETIMES"/],
  ],
  [
    'a rule with a number that is none',
    calendar(event('DTSTART;VALUE=DATE:20261208', 'RRULE:FREQ=WEEKLY;BYDAY=XX')),
    [/^x\.ics, row 8: is no calendar that can be read: .*"XX"/],
  ],
  [
    'a rule of every second',
    calendar(event('DTSTART:20200101T000000', 'RRULE:FREQ=SECONDLY')),
    [/^x\.ics, row 4, column "RRULE": repeats more than/],
  ],
  [
    'an exception at no date',
    calendar(event('DTSTART;VALUE=DATE:20261208', 'RECURRENCE-ID;VALUE=DATE:20269999')),
    ['x.ics, row 4, column "RECURRENCE-ID": "2026-99-99" is no date or moment'],
  ],
  [
    'a title without end',
    calendar(good.replace('Club', 'x'.repeat(300))),
    ['x.ics, row 4, column "title": must have at most 240'],
  ],
];

/** Calendars that are refused. */
export const BROKEN_CALENDARS: readonly BrokenCase[] = ROWS.map(([what, file, problems]) => ({
  what,
  files: { 'x.ics': file },
  problems,
}));
