import { describe, expect, it } from 'vitest';
import { BROKEN_ASC } from './asc-broken.fixture.js';
import { VALID_ASC } from './asc-valid.fixture.js';
import { BROKEN_CALENDARS } from './calendar-broken.fixture.js';
import { VALID_CALENDARS } from './calendar-valid.fixture.js';
import { importCase } from './format-case.fixture.js';
import { BROKEN_TABLES } from './separated-broken.fixture.js';
import { VALID_TABLES } from './separated-valid.fixture.js';
import { BROKEN_UNTIS } from './untis-broken.fixture.js';
import { VALID_UNTIS } from './untis-valid.fixture.js';
import { BROKEN_WORKBOOKS } from './workbook-broken.fixture.js';
import { VALID_WORKBOOKS } from './workbook-valid.fixture.js';

/** Of each format, in how many ways a file may be valid and broken, at least. */
const MIN_CASES = 15;

/** The file; its sheet, row and column, as far as there are any; the reason. */
const NAMED = /^\w+\.\w+(, sheet "\w+")?(, row \d+)?(, column "[\w-]+")?: \S.{7,}$/i;

const FORMATS = [
  { format: 'CSV and TSV', valid: VALID_TABLES, broken: BROKEN_TABLES },
  { format: 'XLSX', valid: VALID_WORKBOOKS, broken: BROKEN_WORKBOOKS },
  { format: 'iCalendar', valid: VALID_CALENDARS, broken: BROKEN_CALENDARS },
  { format: 'Untis', valid: VALID_UNTIS, broken: BROKEN_UNTIS },
  { format: 'aSc', valid: VALID_ASC, broken: BROKEN_ASC },
] as const;

describe.each(FORMATS)('$format', ({ format, valid, broken }) => {
  it.each(valid)('brings what it says: $what', async ({ brings, ...given }) => {
    expect(await importCase(given)).toEqual({ problems: [], brings });
  });

  it.each(broken)('is refused by file, row and reason: $what', async ({ problems, ...given }) => {
    const said = (await importCase(given)).problems;
    expect(said).toEqual(
      problems.map((each) => (typeof each === 'string' ? each : expect.stringMatching(each))),
    );
    for (const problem of said) expect(problem).toMatch(NAMED);
  });

  it(`has at least ${MIN_CASES} ways to be valid, and to be broken`, () => {
    expect(new Set(valid.map(({ what }) => what)).size).toBe(valid.length);
    expect(new Set(broken.map(({ what }) => what)).size).toBe(broken.length);
    expect(Math.min(valid.length, broken.length)).toBeGreaterThanOrEqual(MIN_CASES);
    process.stdout.write(`${format}: ${valid.length} valid, ${broken.length} broken\n`);
  });
});
