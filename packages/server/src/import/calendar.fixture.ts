/** A calendar of these lines, as RFC 5545 writes it. */
export function calendar(...body: readonly string[]): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//test//EN',
    ...body,
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

/** An event of these lines, called Club. */
export function event(...body: readonly string[]): string {
  return ['BEGIN:VEVENT', 'UID:1', 'SUMMARY:Club', ...body, 'END:VEVENT'].join('\r\n');
}

/** The zone of New York by another name, as Outlook would write it. */
export const EASTERN = [
  'BEGIN:VTIMEZONE',
  'TZID:Eastern Standard Time',
  'BEGIN:STANDARD',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:-0400',
  'TZOFFSETTO:-0500',
  'RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:-0500',
  'TZOFFSETTO:-0400',
  'RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
].join('\r\n');
