import { describe, expect, it } from 'vitest';
import { entryWidth, gridIn, pageCount, pageOf } from './grid.js';

const BOX = { start: 0, top: 0, width: 1038, height: 344 };

describe('a list’s grid', () => {
  it('has as many columns and rows as fit, and at least one', () => {
    expect(gridIn(BOX, 400)).toEqual({ columns: 2, rows: 2 });
    expect(gridIn(BOX, 700)).toEqual({ columns: 1, rows: 2 });
    expect(gridIn({ ...BOX, width: 10, height: 10 }, 400)).toEqual({ columns: 1, rows: 1 });
    expect(entryWidth(BOX, { columns: 2, rows: 2 })).toBe(451);
  });

  it('shows each entry on one page', () => {
    const entries = [1, 2, 3, 4, 5];
    const grid = { columns: 2, rows: 1 };
    const pages = Array.from({ length: pageCount(5, grid) }, (_, page) =>
      pageOf(entries, grid, page),
    );
    expect(pages).toEqual([[1, 2], [3, 4], [5]]);
  });
});
