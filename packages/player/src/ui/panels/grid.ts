import type { Box } from '../layouts/arrange.js';

const PADDING = 36;
const PADDING_ABOVE = 24;
const HEAD_HEIGHT = 56;
const GAP = 64;
/** More than there is between an entry's own lines, so that the two are seen as one. */
const ROW_GAP = 24;
/** A row has a line of 56 and one of 40. */
export const ROW_HEIGHT = 106;

/** How many entries a list shows at once. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
}

/** The grid that fits a panel. @param columnWidth the least that an entry needs, in units. */
export function gridIn(box: Box, columnWidth: number): Grid {
  const width = box.width - 2 * PADDING + GAP;
  const height = box.height - 2 * PADDING_ABOVE - HEAD_HEIGHT + ROW_GAP;
  return {
    columns: Math.max(1, Math.floor(width / (columnWidth + GAP))),
    rows: Math.max(1, Math.floor(height / (ROW_HEIGHT + ROW_GAP))),
  };
}

/** The width of one entry, in units. */
export function entryWidth(box: Box, { columns }: Grid): number {
  return (box.width - 2 * PADDING + GAP) / columns - GAP;
}

export function pageCount(entries: number, { columns, rows }: Grid): number {
  return Math.ceil(entries / (columns * rows));
}

export function pageOf<T>(entries: readonly T[], grid: Grid, page: number): readonly T[] {
  const size = grid.columns * grid.rows;
  return entries.slice(page * size, (page + 1) * size);
}
