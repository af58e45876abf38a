import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { calendar } from './calendar.fixture.js';
import { datesOf, emptySchool, schoolWeeks } from './generated-school.fixture.js';
import { importFiles } from './import-files.fixture.js';
import { sceneOf, snapshotOf } from './shown.fixture.js';

/** Something that takes place every week, by the clock of a zone of its own. */
interface Series {
  readonly zone: string;
  /** Days from today to the first time. */
  readonly first: number;
  readonly minuteOfDay: number;
  readonly minutes: number;
  readonly count: number;
  /** Which of the times do not take place. */
  readonly without: readonly number[];
}

const series: fc.Arbitrary<Series> = fc.record({
  zone: fc.constantFrom('Europe/Madrid', 'America/New_York', 'Australia/Lord_Howe', 'UTC'),
  first: fc.integer({ min: 0, max: 20 }),
  minuteOfDay: fc.integer({ min: 6 * 60, max: 20 * 60 }),
  minutes: fc.integer({ min: 15, max: 180 }),
  count: fc.integer({ min: 1, max: 6 }),
  without: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 2 }),
});

/** Each time, by the clock of the zone. */
function timesOf({ first, minuteOfDay, count }: Series, today: string): Temporal.PlainDateTime[] {
  const start = Temporal.PlainDate.from(today)
    .add({ days: first })
    .toPlainDateTime({ hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 });
  return Array.from({ length: count }, (_, week) => start.add({ weeks: week }));
}

const written = (at: Temporal.PlainDateTime) =>
  at.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');

function write(all: readonly Series[], today: string): string {
  return calendar(
    ...all.map((one, index) => {
      const times = timesOf(one, today);
      const time = (name: string, at: Temporal.PlainDateTime | undefined) =>
        at === undefined
          ? []
          : one.zone === 'UTC'
            ? [`${name}:${written(at)}Z`]
            : [`${name};TZID=${one.zone}:${written(at)}`];
      return [
        'BEGIN:VEVENT',
        `UID:${index}`,
        `SUMMARY:Event ${index}`,
        ...time('DTSTART', times[0]),
        `DURATION:PT${one.minutes}M`,
        `RRULE:FREQ=WEEKLY;COUNT=${one.count}`,
        ...one.without.flatMap((week) => time('EXDATE', times[week])),
        'END:VEVENT',
      ].join('\r\n');
    }),
  );
}

/** When each is shown, by the school's clock: from the morning of its day until it ends. */
function meantWindows(all: readonly Series[], today: string, schoolZone: string) {
  return all.flatMap((one, index) =>
    timesOf(one, today)
      .filter((_, week) => !one.without.includes(week))
      .map((at) => {
        const start = at.toZonedDateTime(one.zone).withTimeZone(schoolZone);
        const until = start.add({ minutes: one.minutes }).toPlainDateTime();
        return { title: `Event ${index}`, from: start.toPlainDate().toPlainDateTime(), until };
      }),
  );
}

it('shows what a calendar repeats, in any zone, for as long as it was meant', async () => {
  await fc.assert(
    fc.asyncProperty(
      schoolWeeks,
      fc.array(series, { minLength: 1, maxLength: 4 }),
      async ({ today, zone }, all) => {
        const { content, problems } = await importFiles(
          { 'events.ics': write(all, today) },
          { today },
          emptySchool({ zone, today, hasWeeks: false }),
        );
        expect(problems).toEqual([]);
        const snapshot = await snapshotOf(content, today);
        const windows = meantWindows(all, today, zone);
        const dates = datesOf({ today });
        const ends = windows
          .flatMap(({ until }) => [until.subtract({ minutes: 1 }), until])
          // Where clocks change, a time may be there twice.
          .filter((at) => at.hour >= 4 && dates.includes(at.toPlainDate().toString()));
        const noons = dates.map((date) => Temporal.PlainDateTime.from(`${date}T12:00`));
        for (const at of [...noons, ...ends]) {
          const meant = windows.filter(
            ({ from, until }) =>
              Temporal.PlainDateTime.compare(from, at) <= 0 &&
              Temporal.PlainDateTime.compare(at, until) < 0,
          );
          const shown = sceneOf(snapshot, at.toString()).announcements.map(({ title }) => title);
          expect([at.toString(), ...shown.sort()]).toEqual([
            at.toString(),
            ...meant.map(({ title }) => title).sort(),
          ]);
        }
      },
    ),
    { numRuns: 60 },
  );
}, 120_000);
