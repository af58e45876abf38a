import { describe, expect, it } from 'vitest';
import { createDayTexts } from './day-texts.js';

describe('day texts', () => {
  it.each([
    ['en-GB', 'Tuesday', '24 November'],
    ['en-US', 'Tuesday', 'November 24'],
    ['es-ES', 'martes', '24 de noviembre'],
    // Its default calendar is another one; the first date is the civil one everywhere.
    ['ar-SA', 'الثلاثاء', '٢٤ نوفمبر'],
    ['th-TH', 'วันอังคาร', '24 พฤศจิกายน'],
  ])('[SNAP-3] are written in %s', (locale, weekday, date) => {
    expect(createDayTexts({ locale })('2026-11-24')).toEqual({ weekday, date });
  });

  it('[SNAP-2] have a Hijri date, moved by the school’s own offset', () => {
    const second = (dayOffset: number, locale = 'en-GB') =>
      createDayTexts({ locale, secondCalendar: { kind: 'hijri', dayOffset } })('2026-11-24')
        .secondDate;
    expect(second(0)).toBe('14 Jumada II 1448 AH');
    expect(second(-1)).toBe('13 Jumada II 1448 AH');
    expect(second(1)).toBe('15 Jumada II 1448 AH');
    expect(second(0, 'ar-SA')).toBe('١٤ جمادى الآخرة ١٤٤٨ هـ');
  });

  it('are of the date itself, whatever zone the machine is in', () => {
    const texts = createDayTexts({ locale: 'en-GB' });
    expect(texts('2027-01-01')).toEqual({ weekday: 'Friday', date: '1 January' });
    expect(texts('2028-02-29')).toEqual({ weekday: 'Tuesday', date: '29 February' });
  });
});
