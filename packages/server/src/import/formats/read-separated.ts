import { CsvError, parse } from 'csv-parse/sync';
import type { ReportProblem } from '../rows/problem.js';

const DELIMITERS = [',', ';', '\t', '|'] as const;

const REASONS: Partial<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark is not closed',
  CSV_INVALID_CLOSING_QUOTE: 'text follows a closing quotation mark',
  INVALID_OPENING_QUOTE: 'a quotation mark stands in the middle of a cell',
};

/**
 * Reads the rows of a text with commas, semicolons, tabs or bars. Empty lines are rows too, so that
 * rows count as in a spreadsheet.
 * @returns nothing if the quotation marks do not fit.
 */
export function readSeparated(
  file: string,
  text: string,
  report: ReportProblem,
): readonly (readonly string[])[] | undefined {
  // What spreadsheets write for each other: `sep=;`.
  const named = /^\ufeff?sep=([^\r\n])(?=[\r\n])/i.exec(text)?.[1];
  try {
    const rows: string[][] = parse(text, {
      bom: true,
      delimiter: named ?? delimiterOf(text),
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    });
    return named === undefined ? rows : [[], ...rows.slice(1)];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = typeof error.lines === 'number' ? { row: error.lines } : {};
    report({ file, ...row }, REASONS[error.code] ?? error.message);
    return undefined;
  }
}

/** @returns what the first line that says anything is divided by, outside quotation marks. */
function delimiterOf(text: string): string {
  const line = text.split(/[\r\n]+/).find((each) => each.trim() !== '') ?? '';
  const plain = line.replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => plain.split(delimiter).length;
  return [...DELIMITERS].sort((a, b) => count(b) - count(a))[0] ?? ',';
}
