import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SchoolContent } from '../content/schema/content-schema.js';
import { importFiles, importSchool } from './import-files.fixture.js';

/** Each entry is a holiday, a day plan, cover and a notice of the same name. */
const ENTRIES = ['A', 'B', 'C', 'D'] as const;
type Entry = (typeof ENTRIES)[number];
const FILES = ['one', 'two', 'a third file with a name that is longer than ids may be'] as const;
type FileName = (typeof FILES)[number];

type Step =
  /** A file is saved with these entries, and no others. */
  | { readonly kind: 'saved'; readonly file: FileName; readonly entries: readonly Entry[] }
  | { readonly kind: 'removed'; readonly file: FileName }
  | { readonly kind: 'by hand'; readonly entry: Entry };

const file = fc.constantFrom(...FILES);
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('saved' as const), file, entries: fc.subarray([...ENTRIES]) }),
    fc.record({ kind: fc.constant('removed' as const), file }),
    fc.record({ kind: fc.constant('by hand' as const), entry: fc.constantFrom(...ENTRIES) }),
  ),
  { maxLength: 12 },
);

const dateOf = (entry: Entry) => `2026-12-0${ENTRIES.indexOf(entry) + 1}`;

const TABLES: readonly (readonly [head: string, row: (entry: Entry) => string])[] = [
  ['title,from', (entry) => `${entry},${dateOf(entry)}`],
  ['date,schedule,title', (entry) => `${dateOf(entry)},short,${entry}`],
  ['date,period,class,note', (entry) => `${dateOf(entry)},1,7A,${entry}`],
  ['title,level', (entry) => `${entry},urgent`],
];

function byHand(content: SchoolContent, entry: Entry, number: number): SchoolContent {
  const date = dateOf(entry);
  const id = `${entry}${number}`;
  const cover = { id, groups: [], date, slot: 'p1', class: '7a', kind: 'cover' as const };
  return {
    ...content,
    holidays: [...content.holidays, { from: date, title: entry }],
    // One date has one plan by hand.
    dayPlans: [
      ...content.dayPlans.filter((plan) => plan.source !== undefined || plan.date !== date),
      { date, title: entry },
    ],
    cover: [...content.cover, { ...cover, note: entry }],
    announcements: [...content.announcements, { id, groups: [], level: 'info', title: entry }],
  };
}

/** What there is of each kind, by its name. */
function shown({ holidays, dayPlans, cover, announcements }: SchoolContent) {
  return [
    holidays.map(({ title }) => title).sort(),
    dayPlans.map(({ title }) => title).sort(),
    cover.map(({ note }) => note).sort(),
    announcements.map(({ title }) => title).sort(),
  ];
}

it('keeps what each file has and what is by hand, after whatever is saved, removed and entered', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      let content = importSchool();
      const files = new Map<FileName, readonly Entry[]>();
      const hand: Entry[] = [];
      for (const step of all) {
        if (step.kind === 'by hand') {
          content = byHand(content, step.entry, hand.length);
          hand.push(step.entry);
        } else if (step.kind === 'removed') {
          const gone = TABLES.map((_, at) => `${step.file} ${at}.csv`);
          content = (await importFiles({}, { gone }, content)).content;
          files.delete(step.file);
        } else {
          for (const [at, [head, row]] of TABLES.entries()) {
            const text = [head, ...step.entries.map(row)].join('\n');
            const imported = await importFiles(
              { [`${step.file} ${at}.csv`]: text },
              { as: (['holidays', 'dayplans', 'cover', 'notices'] as const)[at] ?? 'notices' },
              content,
            );
            expect(imported.problems.filter((line) => !line.startsWith('warning'))).toEqual([]);
            content = imported.content;
          }
          files.set(step.file, step.entries);
        }
        const given = [...files.values()].flat();
        const everything = [...given, ...hand].sort();
        const plans = [...given, ...new Set(hand)].sort();
        expect(shown(content)).toEqual([everything, plans, everything, everything]);
      }
    }),
    { numRuns: 100 },
  );
}, 60_000);
