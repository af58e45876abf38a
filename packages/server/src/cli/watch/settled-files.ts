import type { ListedFile } from './watched-folder.js';

const READ_EXTENSIONS = ['csv', 'tsv', 'txt', 'xlsx', 'xls', 'xml', 'ics'];
/** Our own, what programs keep beside an open file, and what is still on its way. */
const PASSED_OVER = /^(?:\.|~|hallboard-status\.txt$)|\.(?:tmp|part|partial|crdownload)$/i;

/** Whether a file may be one to import. */
export function isCandidate(name: string): boolean {
  const extension = name.toLowerCase().split('.').at(-1) ?? '';
  return READ_EXTENSIONS.includes(extension) && !PASSED_OVER.test(name);
}

/** Tells which files nobody is writing any more: they look the same for a while. */
export class SettledFiles {
  readonly #seen = new Map<string, { readonly look: string; readonly settledAtMs: number }>();

  /** @param settleMs how long a file has to look the same. */
  constructor(private readonly settleMs: (file: ListedFile) => number) {}

  /** @returns the names that have gone since the last listing. */
  look(files: readonly ListedFile[], nowMs: number): readonly string[] {
    for (const file of files) {
      const look = `${file.bytes} ${file.modifiedMs}`;
      if (this.#seen.get(file.name)?.look === look) continue;
      this.#seen.set(file.name, { look, settledAtMs: nowMs + this.settleMs(file) });
    }
    const names = new Set(files.map(({ name }) => name));
    const gone = [...this.#seen.keys()].filter((name) => !names.has(name));
    for (const name of gone) this.#seen.delete(name);
    return gone;
  }

  /** @returns each file that has settled, and how it looks. */
  settled(nowMs: number): ReadonlyMap<string, string> {
    const calm = [...this.#seen].filter(([, { settledAtMs }]) => nowMs >= settledAtMs);
    return new Map(calm.map(([name, { look }]) => [name, look]));
  }
}
