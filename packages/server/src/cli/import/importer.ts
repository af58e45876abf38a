import * as v from 'valibot';
import { checkContent } from '../../content/check-content.js';
import { createLocalTime } from '../../content/program/local-time.js';
import type { SchoolContent } from '../../content/schema/content-schema.js';
import { assemble } from '../../import/assemble/assemble.js';
import { diffContent, type KindDiff } from '../../import/diff-content.js';
import { type ParseOptions, parseFiles, type SourceFile } from '../../import/parse-files.js';
import { describeProblem, type Problem } from '../../import/rows/problem.js';
import type { Clock } from '../../ports/clock.js';
import { type AdminClient, RefusedError } from '../admin-client.js';
import { publishedAnswer } from '../answers.js';
import { CliError } from '../cli-context.js';

/** Publishes of others may land between reading and publishing: even an office in a hurry has gaps. */
const MAX_ATTEMPTS = 25;

/** What came of an import; `refused`: nothing was changed. */
export type Imported =
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | {
      /** `planned` is a dry run's; `unchanged` has no differences, and publishes nothing. */
      readonly kind: 'published' | 'planned' | 'unchanged';
      readonly problems: readonly Problem[];
      readonly diff: readonly KindDiff[];
      readonly revision?: string;
    };

export interface ImportOptions extends Omit<ParseOptions, 'today'> {
  readonly dryRun?: boolean;
  /** Names of files that are no more: what they gave is taken back. @default [] */
  readonly gone?: readonly string[];
}

/** Imports files into one school: all of them in one publish, or nothing. */
export class Importer {
  constructor(
    private readonly client: AdminClient,
    private readonly school: string,
    private readonly clock: Clock,
  ) {}

  /**
   * Builds on what is published at that moment, and again if somebody else publishes meanwhile.
   * @throws CliError if the server cannot be asked, or refuses.
   */
  async import(files: readonly SourceFile[], options: ImportOptions = {}): Promise<Imported> {
    for (let attempt = 1; ; attempt += 1) {
      const { content, etag } = await this.#published();
      const today = createLocalTime(content.school.zone).dateAt(this.clock.wallMs());
      const parsed = await parseFiles(files, content, { ...options, today });
      const gone = options.gone ?? [];
      const { content: next, problems } = assemble(content, parsed, { today, gone });
      if (problems.some(({ level }) => level === 'error')) return { kind: 'refused', problems };
      const diff = diffContent(content, next);
      if (diff.length === 0) return { kind: 'unchanged', problems, diff };
      if (options.dryRun === true) return { kind: 'planned', problems, diff };
      const headers = { 'if-match': etag };
      const request = { body: next, headers };
      try {
        const { revision } = await this.client.call('PUT', this.#path(), publishedAnswer, request);
        return { kind: 'published', problems, diff, revision };
      } catch (error) {
        const isLate = error instanceof RefusedError && error.code === 'revision_mismatch';
        if (!isLate || attempt === MAX_ATTEMPTS) throw error;
      }
    }
  }

  async #published(): Promise<{ readonly content: SchoolContent; readonly etag: string }> {
    const { value, etag } = await this.client.callTagged('GET', this.#path(), v.unknown());
    const checked = checkContent(value);
    if (checked.ok) return { content: checked.value, etag };
    const reasons = checked.violations.map(({ path, message }) => `  ${path}: ${message}`);
    throw new CliError(['What is published cannot be built on:', ...reasons].join('\n'));
  }

  #path(): string {
    return `/schools/${encodeURIComponent(this.school)}/content`;
  }
}

/** @returns a line for each problem, errors first. */
export function problemLines(problems: readonly Problem[]): readonly string[] {
  const of = (level: Problem['level']) => problems.filter((problem) => problem.level === level);
  return [...of('error'), ...of('warning')].map(describeProblem);
}

/** Lines of one kind that are shown before the rest is only counted. */
const MAX_LINES = 12;

/** @returns what changes, for people to read. */
export function diffLines(diff: readonly KindDiff[]): readonly string[] {
  return diff.flatMap(({ kind, added, changed, removed }) => {
    const lines = [
      ...added.map((line) => `  + ${line}`),
      ...changed.map((line) => `  ~ ${line}`),
      ...removed.map((line) => `  - ${line}`),
    ];
    const more = lines.length - MAX_LINES;
    return [
      `${kind}: ${added.length} added, ${changed.length} changed, ${removed.length} removed`,
      ...lines.slice(0, MAX_LINES),
      ...(more > 0 ? [`  … and ${more} more`] : []),
    ];
  });
}
