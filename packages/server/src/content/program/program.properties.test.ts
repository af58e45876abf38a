import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schoolContent } from '../content.fixture.js';
import { addDays, createLocalTime } from './local-time.js';
import { materialiseProgram } from './materialise-program.js';

const ZONES = [
  'Europe/Madrid',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Gaza',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Antarctica/Troll',
  'UTC',
];
const zones = fc.constantFrom(...ZONES);
const times = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16));
const dates = fc
  .integer({ min: 0, max: 365 * 30 })
  .map((days) => new Date(Date.UTC(2006, 0, 1 + days)).toISOString().slice(0, 10));

/** Clocks of another library than the one under test; they are dear to make. */
const clocks = new Map(
  ZONES.map((timeZone) => [
    timeZone,
    new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    }),
  ]),
);

/** What a clock in the zone shows. */
function shown(zone: string, atMs: number): string {
  const parts = clocks.get(zone)?.formatToParts(atMs) ?? [];
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`;
}

describe('a program, whatever the zone and the date', () => {
  it('[SNAP-3] has instants at which the clock shows the local time, or jumps over it', () => {
    fc.assert(
      fc.property(zones, dates, times, (zone, date, time) => {
        const local = `${date}T${time}`;
        const { atMs, text } = createLocalTime(zone).resolve(date, time);
        const clock = shown(zone, atMs);
        expect(clock.slice(11)).toBe(text);
        if (clock === local) return;
        // Skipped: a minute before, the clock had not come so far.
        expect(clock > local).toBe(true);
        expect(shown(zone, atMs - 60_000) < local).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('[P-5] never puts a later local time before an earlier one', () => {
    fc.assert(
      fc.property(zones, dates, times, times, (zone, date, one, other) => {
        const time = createLocalTime(zone);
        const [first, second] = one <= other ? [one, other] : [other, one];
        const [a, b] = [time.resolve(date, first).atMs, time.resolve(date, second).atMs];
        expect(a).toBeLessThanOrEqual(b);
      }),
      { numRuns: 400 },
    );
  });

  it('[SNAP-2] has at least 35 days from today, each starting where the last one ended', () => {
    fc.assert(
      fc.property(zones, dates, (zone, today) => {
        const content = schoolContent();
        const program = materialiseProgram(
          { ...content, school: { ...content.school, zone } },
          today,
        );
        for (const { days } of program.divisions) {
          expect(days.length).toBeGreaterThanOrEqual(35);
          days.forEach((day, index) => {
            expect(shown(zone, day.startsAt).slice(0, 10)).toBe(day.date);
            expect(shown(zone, day.endsAt - 1).slice(0, 10)).toBe(day.date);
            expect(day.startsAt).toBe(days[index - 1]?.endsAt ?? day.startsAt);
          });
          expect(days.at(-1)?.date).toBe(program.horizon);
          expect(program.horizon).toBe(addDays(today, 35));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('[SNAP-3] has offsets from which a clock without zone data is right', () => {
    fc.assert(
      fc.property(zones, dates, fc.double({ min: 0, max: 1, noNaN: true }), (zone, today, part) => {
        const content = schoolContent();
        const program = materialiseProgram(
          { ...content, school: { ...content.school, zone } },
          today,
        );
        const days = program.divisions[0]?.days ?? [];
        const [start, end] = [days[0]?.startsAt ?? 0, days.at(-1)?.endsAt ?? 0];
        const atMs = Math.floor(start + part * (end - start - 1));
        const offset = program.offsets.filter(({ from }) => from <= atMs).at(-1);
        const local = new Date(atMs + (offset?.minutes ?? Number.NaN) * 60_000).toISOString();
        expect(local.slice(0, 16)).toBe(shown(zone, atMs));
      }),
      { numRuns: 30 },
    );
  });
});
