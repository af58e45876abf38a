import { describe, expect, it } from 'vitest';
import { importFiles } from './import-files.fixture.js';
import { writeWorkbook } from './workbook.fixture.js';

const HEAD = ['class', 'day', 'period', 'subject'];
const TIMETABLE = [HEAD, ['7A', 'Mon', 1, 'Art']];
const at = (number: number, as: 'date' | 'time' | 'moment') => ({ number, as });
/** 24 November 2026 in a workbook's days. */
const DAY = 46350;

describe('a workbook', () => {
  it('is read sheet by sheet, with dates and times that are numbers', async () => {
    const file = writeWorkbook({
      Bells: [
        ['period', 'start', 'end'],
        [1, at(1 / 3, 'time'), 0.364583333333333],
        [2, at(0.375, 'time'), '9:45'],
      ],
      Timetable: TIMETABLE,
      Vertretung: [
        ['Datum', 'Stunde', 'Klasse', 'Lehrer'],
        [at(DAY, 'date'), 1, '7A', 'Hr. Öz'],
        [DAY + 1, 2, '7A', 'Fr. Ay'],
      ],
      Notices: [
        ['title', 'from', 'until'],
        ['Fair', at(DAY + 0.5, 'moment'), at(DAY + 1, 'date')],
      ],
      Empty: [],
    });
    const { content, problems } = await importFiles({ 'school.xlsx': file });
    expect(problems).toEqual([]);
    expect(content.divisions[0]?.schedules[0]?.slots).toMatchObject([
      { key: 'p1', start: '08:00', end: '08:45' },
      { key: 'p2', start: '09:00', end: '09:45' },
    ]);
    expect(content.cover).toMatchObject([{ date: '2026-11-24' }, { date: '2026-11-25' }]);
    expect(content.announcements).toMatchObject([
      { validFrom: '2026-11-24T12:00', validUntil: '2026-11-26T00:00' },
    ]);
  });

  it('is refused if it would unpack to more than a machine can hold', async () => {
    const file = writeWorkbook({ A: TIMETABLE }, { 'xl/media/a': ' '.repeat(101_000_000) });
    const { problems } = await importFiles({ 'x.xlsx': file });
    expect(problems).toEqual(['x.xlsx: unpacks to more than 100 MB']);
  });
});
