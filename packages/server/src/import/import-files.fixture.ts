import { schoolContent } from '../content/content.fixture.js';
import type { SchoolContent } from '../content/schema/content-schema.js';
import { type Assembled, type AssembleOptions, assemble } from './assemble/assemble.js';
import { type ParseOptions, parseFiles } from './parse-files.js';
import { describeProblem } from './rows/problem.js';

/** What a test gives a file: its text, or its bytes. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** The fixture's school, with class 7B besides 7A, and nothing that depends on files. */
export function importSchool(change: Partial<SchoolContent> = {}): SchoolContent {
  const content = schoolContent();
  const { timetable } = content;
  const second = { id: '7b', name: '7B', division: 'main' };
  return {
    ...content,
    timetable: { ...timetable, classes: [...timetable.classes, second] },
    announcements: [],
    honours: [],
    cover: [],
    duty: [],
    media: [],
    ...change,
  };
}

/** Imports files into a school. @returns its content, and each problem as a line. */
export async function importFiles(
  files: Files,
  options: Partial<ParseOptions & AssembleOptions> = {},
  school = importSchool(),
): Promise<{ readonly content: Assembled['content']; readonly problems: readonly string[] }> {
  const sources = Object.entries(files).map(([name, given]) => ({
    name,
    bytes: typeof given === 'string' ? new TextEncoder().encode(given) : given,
  }));
  const { today, gone = [], ...rest } = { today: '2026-11-24', ...options };
  const parsed = await parseFiles(sources, school, { today, ...rest });
  const { content, problems } = assemble(school, parsed, { today, gone });
  return { content, problems: problems.map(describeProblem) };
}

/** Lines of a text file. */
export function lines(...each: readonly string[]): string {
  return `${each.join('\n')}\n`;
}
