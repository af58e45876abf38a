import { unzipSync } from 'fflate';
import readWorkbookFile from 'read-excel-file/node';
import type { ParsedFile } from '../rows/import-row.js';
import { collectProblems } from '../rows/problem.js';
import { type TableOptions, tableToRows } from '../rows/table-to-rows.js';
import { readLayouts, type SheetLayout } from './workbook-layout.js';

/** Far more than a school's workbook has, and little enough to hold. */
const MAX_UNPACKED_BYTES = 100_000_000;
const MINUTE_MS = 60_000;
/** What a workbook's time alone counts from. */
const FIRST_YEAR = 1905;

/**
 * Reads a workbook (.xlsx): each sheet with headings is a table; those that are empty or hidden are
 * passed over.
 */
export async function readWorkbook(
  file: string,
  bytes: Uint8Array,
  options: TableOptions,
): Promise<ParsedFile> {
  const { problems, report } = collectProblems();
  const nothing = { file, kinds: [], rows: [], problems };
  if (unpackedBytes(bytes) > MAX_UNPACKED_BYTES) {
    report({ file }, 'unpacks to more than 100 MB');
    return nothing;
  }
  let sheets: Awaited<ReturnType<typeof readWorkbookFile>>;
  try {
    sheets = await readWorkbookFile(Buffer.from(bytes));
  } catch {
    // What the library says of a damaged archive means nothing to people.
    report({ file }, 'is no workbook that can be read: it is damaged, or cut off');
    return nothing;
  }
  const layouts = readLayouts(bytes);
  const parsed = sheets
    .filter(({ sheet }) => layouts.get(sheet)?.isHidden !== true)
    .map(({ sheet, data }) => {
      const rows = data.map((row) => row.map(cellText));
      return { file, sheet, rows: withMerged(rows, layouts.get(sheet)) };
    })
    .filter(({ rows }) => rows.some((row) => row.some((text) => text.trim() !== '')))
    .map((table) => tableToRows(table, options));
  if (parsed.length === 0) report({ file }, 'has no sheet with anything in it');
  return {
    file,
    kinds: parsed.flatMap(({ kinds }) => kinds),
    rows: parsed.flatMap(({ rows }) => rows),
    problems: [...problems, ...parsed.flatMap((each) => each.problems)],
  };
}

/** What is written once for several rows, each of them says, unless it is empty. */
function withMerged(rows: string[][], layout: SheetLayout | undefined): string[][] {
  for (const { column, from, to } of layout?.merged ?? []) {
    const text = rows[from]?.[column] ?? '';
    for (const row of rows.slice(from + 1, to + 1)) {
      if (row.some((each) => each !== '')) row[column] = text;
    }
  }
  return rows;
}

/** As the archive's directory says, without unpacking anything. */
function unpackedBytes(bytes: Uint8Array): number {
  let total = 0;
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize;
        return false;
      },
    });
  } catch {
    // No archive: the reader says so.
    return 0;
  }
  return total;
}

/** Dates and times are in UTC, by the clock that the sheet shows. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (!(value instanceof Date)) return String(value);
  const text = new Date(Math.round(value.getTime() / MINUTE_MS) * MINUTE_MS).toISOString();
  if (value.getUTCFullYear() < FIRST_YEAR) return text.slice(11, 16);
  return text.slice(11, 16) === '00:00' ? text.slice(0, 10) : text.slice(0, 16);
}
