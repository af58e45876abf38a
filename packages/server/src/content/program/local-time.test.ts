import { describe, expect, it } from 'vitest';
import { addDays, createLocalTime } from './local-time.js';

const iso = (ms: number) => new Date(ms).toISOString().replace(':00.000Z', 'Z');

describe('local time', () => {
  it.each([
    // Ordinary days, on both sides of Greenwich.
    ['Europe/Madrid', '2026-11-24', '08:35', '2026-11-24T07:35Z', '08:35'],
    ['America/Sao_Paulo', '2026-11-24', '00:00', '2026-11-24T03:00Z', '00:00'],
    ['Asia/Kathmandu', '2026-11-24', '08:35', '2026-11-24T02:50Z', '08:35'],
    // Spring: the clocks jump from 02:00 to 03:00.
    ['Europe/Madrid', '2026-03-29', '01:59', '2026-03-29T00:59Z', '01:59'],
    ['Europe/Madrid', '2026-03-29', '02:00', '2026-03-29T01:00Z', '03:00'],
    ['Europe/Madrid', '2026-03-29', '02:30', '2026-03-29T01:00Z', '03:00'],
    ['Europe/Madrid', '2026-03-29', '03:00', '2026-03-29T01:00Z', '03:00'],
    ['Europe/Madrid', '2026-03-29', '08:00', '2026-03-29T06:00Z', '08:00'],
    // Autumn: 02:00 to 03:00 comes twice, and counts the first time.
    ['Europe/Madrid', '2026-10-25', '01:59', '2026-10-24T23:59Z', '01:59'],
    ['Europe/Madrid', '2026-10-25', '02:30', '2026-10-25T00:30Z', '02:30'],
    ['Europe/Madrid', '2026-10-25', '03:00', '2026-10-25T02:00Z', '03:00'],
    ['Europe/Madrid', '2026-10-25', '08:00', '2026-10-25T07:00Z', '08:00'],
    // The jump takes midnight away.
    ['America/Sao_Paulo', '2018-11-04', '00:00', '2018-11-04T03:00Z', '01:00'],
    ['America/Sao_Paulo', '2018-11-04', '00:30', '2018-11-04T03:00Z', '01:00'],
    ['Africa/Cairo', '2026-04-24', '00:30', '2026-04-23T22:00Z', '01:00'],
    ['Africa/Cairo', '2026-04-24', '08:00', '2026-04-24T05:00Z', '08:00'],
    // The hour before midnight comes twice.
    ['Africa/Cairo', '2026-10-29', '23:30', '2026-10-29T20:30Z', '23:30'],
    ['Africa/Cairo', '2026-10-30', '00:00', '2026-10-29T22:00Z', '00:00'],
    // Half an hour of it.
    ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:30Z', '02:30'],
    ['Australia/Lord_Howe', '2026-10-04', '02:30', '2026-10-03T15:30Z', '02:30'],
    ['Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-04T14:45Z', '01:45'],
    ['Australia/Lord_Howe', '2026-04-05', '02:00', '2026-04-04T15:30Z', '02:00'],
    // A whole date that never was.
    ['Pacific/Apia', '2011-12-29', '23:59', '2011-12-30T09:59Z', '23:59'],
    ['Pacific/Apia', '2011-12-30', '12:00', '2011-12-30T10:00Z', '00:00'],
    ['Pacific/Apia', '2011-12-31', '08:00', '2011-12-30T18:00Z', '08:00'],
  ])('[SNAP-3] in %s on %s, %s is %s, when the clock shows %s', (zone, date, time, at, text) => {
    const resolved = createLocalTime(zone).resolve(date, time);
    expect([iso(resolved.atMs), resolved.text]).toEqual([at, text]);
    expect(createLocalTime(zone).instantMs(`${date}T${time}`)).toBe(resolved.atMs);
  });

  it.each([
    ['Europe/Madrid', '2026-11-24', 24],
    ['Europe/Madrid', '2026-03-29', 23],
    ['Europe/Madrid', '2026-10-25', 25],
    ['Africa/Cairo', '2026-04-24', 23],
    ['Africa/Cairo', '2026-10-29', 25],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['America/Sao_Paulo', '2018-02-17', 25],
    ['Pacific/Apia', '2011-12-30', 0],
  ])('[P-5] in %s, %s has %d hours', (zone, date, hours) => {
    const time = createLocalTime(zone);
    const end = time.startOfDayMs(addDays(date, 1));
    expect((end - time.startOfDayMs(date)) / 3_600_000).toBe(hours);
  });

  it('knows the date at an instant', () => {
    const instant = Date.parse('2026-11-24T22:59:59.999Z');
    expect(createLocalTime('Europe/Madrid').dateAt(instant)).toBe('2026-11-24');
    expect(createLocalTime('Europe/Madrid').dateAt(instant + 1)).toBe('2026-11-25');
    expect(createLocalTime('Pacific/Kiritimati').dateAt(instant)).toBe('2026-11-25');
  });

  it('[SNAP-3] lists the offset at the start, and each that follows before the end', () => {
    const time = createLocalTime('Europe/Madrid');
    const offsets = (from: string, until: string) =>
      time
        .offsets(Date.parse(from), Date.parse(until))
        .map(({ from: at, minutes }) => [iso(at), minutes]);
    expect(offsets('2026-01-01T00:00Z', '2026-02-01T00:00Z')).toEqual([['2026-01-01T00:00Z', 60]]);
    expect(offsets('2026-03-01T00:00Z', '2026-10-25T01:00Z')).toEqual([
      ['2026-03-01T00:00Z', 60],
      ['2026-03-29T01:00Z', 120],
    ]);
    expect(offsets('2026-03-29T01:00Z', '2026-11-01T00:00Z')).toEqual([
      ['2026-03-29T01:00Z', 120],
      ['2026-10-25T01:00Z', 60],
    ]);
    const fixed = createLocalTime('Asia/Kathmandu').offsets(0, 1);
    expect(fixed).toEqual([{ from: 0, minutes: 330 }]);
  });
});
