import type { SchoolContent } from '../../content/schema/content-schema.js';
import { diffContent } from '../diff-content.js';
import { type Files, importFiles, importSchool } from '../import-files.fixture.js';
import type { ParseOptions } from '../parse-files.js';

/** A way in which files of real schools differ, and all that it brings. */
export interface ValidCase {
  readonly what: string;
  readonly files: Files;
  /** @default two classes, 7A and 7B, and nothing else */
  readonly school?: SchoolContent;
  readonly options?: Partial<ParseOptions>;
  /** Each thing that is added (`+`), changed (`~`) or removed (`-`), as a dry run tells it. */
  readonly brings: readonly string[];
}

/** A way in which files are wrong, and what is said of it: file, row and reason. */
export interface BrokenCase {
  readonly what: string;
  readonly files: Files;
  readonly school?: SchoolContent;
  /** All of it, in order. */
  readonly problems: readonly (string | RegExp)[];
}

/** A school of two classes without lessons. */
export function caseSchool(change: Partial<SchoolContent> = {}): SchoolContent {
  const school = importSchool();
  return { ...school, timetable: { ...school.timetable, lessons: [] }, ...change };
}

/** @returns what files bring, and what is said of them. */
export async function importCase({
  files,
  school = caseSchool(),
  options,
}: Pick<ValidCase, 'files' | 'school' | 'options'>) {
  const { content, problems } = await importFiles(files, options, school);
  const brings = diffContent(school, content).flatMap(({ kind, added, changed, removed }) => [
    ...added.map((line) => `${kind} + ${line}`),
    ...changed.map((line) => `${kind} ~ ${line}`),
    ...removed.map((line) => `${kind} - ${line}`),
  ]);
  return { problems, brings };
}

/** @returns text in an encoding that Node has. */
export function bytesOf(text: string, encoding: 'latin1' | 'utf16le'): Uint8Array {
  return Uint8Array.from(Buffer.from(text, encoding));
}

/** @returns text in UTF-16, big end first. */
export function utf16be(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'utf16le').swap16());
}

/** @returns text in a code page of Windows, found by what the platform decodes. */
export function codePage(text: string, encoding: 'windows-1250' | 'windows-1254' | 'windows-1256') {
  const decoded = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, at) => at));
  return Uint8Array.from([...text], (letter) => {
    const byte = decoded.indexOf(letter);
    if (byte < 0) throw new Error(`${encoding} has no ${letter}`);
    return byte;
  });
}
