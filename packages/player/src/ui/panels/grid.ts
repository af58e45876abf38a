import type { Box } from '../layouts/arrange.js';
import type { Step } from '../text/fit.js';

const PADDING = 36;
const PADDING_ABOVE = 24;
const HEAD_HEIGHT = 56;
/** More than there is between an entry's own parts, so that none is read as its neighbour's. */
const COLUMN_GAP = 64;
/** More than there is between an entry's own lines, so that the two are seen as one. */
const ROW_GAP = 24;
/** A row has a line of 56 and one of 40. */
export const ROW_HEIGHT = 106;

/** Of a panel, beside and above what is a column or a row with its gap. */
const BESIDE = 2 * PADDING - COLUMN_GAP;
const ABOVE = 2 * PADDING_ABOVE + HEAD_HEIGHT - ROW_GAP;

/** How a list's entries stand. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly pages: number;
  /** Of one entry, in units. */
  readonly width: number;
}

/**
 * The grid that fits a panel, with no more columns than its fullest page needs.
 * @param columnWidth the least that an entry needs, in units.
 * @param count of all entries; at least 1.
 */
export function gridIn({ width, height }: Box, columnWidth: number, count: number): Grid {
  const most = Math.max(1, Math.floor((height - ABOVE) / (ROW_HEIGHT + ROW_GAP)));
  const beside = Math.max(1, Math.floor((width - BESIDE) / (columnWidth + COLUMN_GAP)));
  const pages = Math.ceil(count / (beside * most));
  const perPage = Math.ceil(count / pages);
  const columns = Math.ceil(perPage / most);
  const rows = Math.ceil(perPage / columns);
  return { columns, rows, pages, width: (width - BESIDE) / columns - COLUMN_GAP };
}

/** What a page shows: all pages show about as many. */
export function pageOf<T>(entries: readonly T[], { pages }: Grid, page: number): readonly T[] {
  const startOf = (index: number): number => Math.ceil((index * entries.length) / pages);
  return entries.slice(startOf(page), startOf(page + 1));
}

/** The steps of a list, the largest first: an entry that is alone has its panel's room. */
export function stepsOf(count: number): readonly [Step, Step, ...Step[]] {
  return count === 1 ? [84, 56, 40, 28] : [56, 40, 28];
}

/** The largest step that fits, else the smallest. */
export function largestStep(steps: readonly Step[], fit: (step: Step) => boolean): Step {
  return steps.find(fit) ?? 28;
}
