import { describe, expect, it } from 'vitest';
import { gridIn, pageOf } from './grid.js';

const BOX = { start: 0, top: 0, width: 1038, height: 344 };

/** How many entries each page shows. */
function pagesOf(count: number, columnWidth: number) {
  const grid = gridIn(BOX, columnWidth, count);
  const entries = Array.from({ length: count }, (_, index) => index);
  const pages = Array.from({ length: grid.pages }, (_, page) => pageOf(entries, grid, page));
  expect(pages.reduce((all, page) => all.concat(page), [])).toEqual(entries);
  return pages.map(({ length }) => length);
}

describe('a list’s grid', () => {
  it('has as many columns and rows as fit, and at least one', () => {
    expect(gridIn(BOX, 400, 4)).toEqual({ columns: 2, rows: 2, pages: 1, width: 451 });
    expect(gridIn(BOX, 700, 4)).toEqual({ columns: 1, rows: 2, pages: 2, width: 966 });
    expect(gridIn({ ...BOX, width: 10, height: 10 }, 400, 2)).toMatchObject({
      columns: 1,
      rows: 1,
      pages: 2,
    });
  });

  it('has no more columns than its fullest page needs', () => {
    expect(gridIn(BOX, 400, 2)).toMatchObject({ columns: 1, rows: 2, width: 966 });
    expect(gridIn({ ...BOX, width: 1808 }, 400, 7)).toMatchObject({ columns: 2, pages: 2 });
  });

  it('shows each entry on one page, and about as many on each', () => {
    expect(pagesOf(4, 400)).toEqual([4]);
    expect(pagesOf(5, 400)).toEqual([3, 2]);
    expect(pagesOf(9, 400)).toEqual([3, 3, 3]);
    expect(pagesOf(7, 700)).toEqual([2, 2, 2, 1]);
  });
});
