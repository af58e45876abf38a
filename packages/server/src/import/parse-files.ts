import type { SchoolContent } from '../content/schema/content-schema.js';
import { decodeText, type Encoding } from './formats/decode-text.js';
import { foreignFile } from './formats/foreign-file.js';
import { readAsc } from './formats/read-asc.js';
import { readCalendar } from './formats/read-calendar.js';
import { readSeparated } from './formats/read-separated.js';
import {
  isUntisNames,
  readUntis,
  readUntisNames,
  type UntisNames,
  untisNumber,
} from './formats/read-untis.js';
import { readWorkbook } from './formats/read-workbook.js';
import type { ParsedFile } from './rows/import-row.js';
import { collectProblems } from './rows/problem.js';
import { type TableOptions, tableToRows } from './rows/table-to-rows.js';

/** A file as it lies there. */
export interface SourceFile {
  /** Its name tells Untis's files apart, and helps where headings do not say what they head. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ParseOptions extends TableOptions {
  /** @default as the file's mark, its bytes and the school's language say. */
  readonly encoding?: Encoding;
  /** Which term of a timetable of aSc that has several. */
  readonly term?: string;
  /** The school's date, `YYYY-MM-DD`: a calendar is read from then on. */
  readonly today: string;
}

/** Reads files of any format; which one, their first bytes and their names say. */
export async function parseFiles(
  files: readonly SourceFile[],
  content: SchoolContent,
  options: ParseOptions,
): Promise<readonly ParsedFile[]> {
  const { locale } = content.school;
  const decode = (bytes: Uint8Array) => decodeText(bytes, locale, options.encoding);
  const names = readUntisNames(
    files
      .filter(({ name }) => isUntisNames(name))
      .map(({ name, bytes }) => ({ file: name, text: decode(bytes) })),
  );
  return Promise.all(files.map((file) => parseFile(file, decode, names, content, options)));
}

async function parseFile(
  { name: file, bytes }: SourceFile,
  decode: (bytes: Uint8Array) => string,
  names: UntisNames,
  { school, divisions, dayTemplates }: SchoolContent,
  options: ParseOptions,
): Promise<ParsedFile> {
  const { problems, report } = collectProblems();
  const nothing = { file, kinds: [], rows: [], problems };
  if (bytes.length === 0) {
    report({ file }, 'is empty');
    return nothing;
  }
  const foreign = foreignFile(bytes);
  if (foreign !== undefined) {
    report({ file }, `is ${foreign}: save what it has as .xlsx, .csv or .ics`);
    return nothing;
  }
  if (startsWith(bytes, [0x50, 0x4b])) return readWorkbook(file, bytes, options);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    report(
      { file },
      'is a workbook of the old kind, or has a password: save it as .xlsx, without one',
    );
    return nothing;
  }
  const text = decode(bytes);
  const start = text.slice(0, 200).trimStart();
  if (/^BEGIN:V/i.test(start)) {
    const schedules = divisions.flatMap((each) => each.schedules.map(({ id }) => id));
    const dayKinds = [...dayTemplates.flatMap(({ id, title }) => [id, title]), ...schedules];
    return readCalendar(file, text, { ...options, zone: school.zone, dayKinds });
  }
  if (start.startsWith('<')) return only(readAsc(file, text, options.term), options);
  if (untisNumber(file) !== undefined) return only(readUntis(file, text, names), options);
  const rows = readSeparated(file, text, report);
  return rows === undefined ? nothing : tableToRows({ file, rows }, options);
}

/** Of a format that knows itself what it holds, `as` takes one kind and leaves the rest. */
function only(parsed: ParsedFile, { as }: TableOptions): ParsedFile {
  if (as === undefined) return parsed;
  return {
    ...parsed,
    isPart: true,
    kinds: parsed.kinds.filter((kind) => kind === as),
    rows: parsed.rows.filter(({ kind }) => kind === as),
  };
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
