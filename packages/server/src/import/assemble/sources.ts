import type { SchoolContent } from '../../content/schema/content-schema.js';
import type { ParsedFile } from '../rows/import-row.js';
import type { Kind } from '../rows/kinds.js';
import type { ReportProblem } from '../rows/problem.js';
import { digest, idFrom } from './draft.js';

/** Kinds that a file owns what it brought of: what it has no more, it takes back. */
const OWNED_KINDS: readonly Kind[] = [
  'holidays',
  'dayplans',
  'cover',
  'duty',
  'notices',
  'honours',
];
/** More is cut, and told apart by a digest. */
const MAX_NAME_LENGTH = 40;

/**
 * @returns what the content remembers a file by, `import/cover`: its name without folder and ending,
 * so that a list that is saved as another kind of file takes the place of the first.
 */
export function sourceOf(file: string): string {
  const stem = file.replace(/^.*[/\\]/, '').replace(/\.\w+$/, '');
  const id = idFrom(stem);
  if (id.length <= MAX_NAME_LENGTH) return `import/${id}`;
  return `import/${id.slice(0, MAX_NAME_LENGTH - 11)}-${digest(stem)}`;
}

/** @returns what the ids of a file's items begin with: every screen is sent them, so no name. */
export function itemPrefix(file: string): string {
  return `import/${digest(sourceOf(file))}/`;
}

/** Reports files that count as one, of which each would take back what the other brings. */
export function checkSources(files: readonly ParsedFile[], report: ReportProblem): void {
  const owning = files.filter(({ kinds }) => kinds.some((kind) => OWNED_KINDS.includes(kind)));
  const seen = new Map<string, string>();
  for (const { file } of owning) {
    const other = seen.get(sourceOf(file));
    if (other === undefined) seen.set(sourceOf(file), file);
    else report({ file }, `counts as the same file as ${other}: rename one, or import it alone`);
  }
}

/** Takes out all that the files gave before: what they still have, they bring again. */
export function takeBackOf(
  files: readonly ParsedFile[],
  content: SchoolContent,
  today: string,
): void {
  for (const { file, kinds, isPart } of files) {
    takeBack(file, content, today, isPart === true ? kinds : OWNED_KINDS);
  }
}

/**
 * Takes out what a file gave, and nothing that another file or somebody by hand did. Holidays and day
 * plans that are over stay, since days of a cycle are counted from them.
 * @param today the school's date.
 */
export function takeBack(
  file: string,
  content: SchoolContent,
  today: string,
  kinds: readonly Kind[] = OWNED_KINDS,
): void {
  const source = sourceOf(file);
  const prefix = itemPrefix(file);
  const others = <T extends { readonly id: string }>(kind: Kind, items: T[]) =>
    kinds.includes(kind)
      ? // Earlier versions had the name itself in the ids.
        items.filter(({ id }) => !id.startsWith(prefix) && !id.startsWith(`${source}/`))
      : items;
  content.cover = others('cover', content.cover);
  content.duty = others('duty', content.duty);
  content.announcements = others('notices', content.announcements);
  content.honours = others('honours', content.honours);
  if (kinds.includes('holidays')) {
    content.holidays = content.holidays.filter(
      (each) => each.source !== source || (each.to ?? each.from) < today,
    );
  }
  if (kinds.includes('dayplans')) {
    content.dayPlans = content.dayPlans.filter(
      (each) => each.source !== source || each.date < today,
    );
  }
}
