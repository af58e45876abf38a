import { unzipSync } from 'fflate';
import readWorkbookFile from 'read-excel-file/node';
import type { ParsedFile } from '../rows/import-row.js';
import { collectProblems } from '../rows/problem.js';
import { type TableOptions, tableToRows } from '../rows/table-to-rows.js';

/** Far more than a school's workbook has, and little enough to hold. */
const MAX_UNPACKED_BYTES = 100_000_000;
const MINUTE_MS = 60_000;
/** What a workbook's time alone counts from. */
const FIRST_YEAR = 1905;

/** Reads a workbook (.xlsx): each sheet with headings is a table; empty ones are passed over. */
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
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report({ file }, `is no workbook that can be read: ${reason}`);
    return nothing;
  }
  const parsed = sheets
    .map(({ sheet, data }) => ({ file, sheet, rows: data.map((row) => row.map(cellText)) }))
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
