import { assemble } from '../../import/assemble/assemble.js';
import { diffContent } from '../../import/diff-content.js';
import { importSchool } from '../../import/import-files.fixture.js';
import { parseFiles, type SourceFile } from '../../import/parse-files.js';
import { ManualClock } from '../../testing/manual-clock.fixture.js';
import { RefusedError } from '../admin-client.js';
import { CliError } from '../cli-context.js';
import type { Imported } from '../import/importer.js';
import { FolderWatcher } from './folder-watcher.js';
import { MemoryFolder } from './memory-folder.fixture.js';

/** A school whose folder is watched, with a server that may be away. */
export class WatchedSchool {
  readonly folder = new MemoryFolder();
  readonly clock = new ManualClock();
  readonly log: string[] = [];
  content = importSchool();
  publishes = 0;
  isServerUp = true;
  isStoreUp = true;
  /** What the files are imported into, from the next start on. */
  target = 'north';
  watcher = this.#watch();

  /** Starts the watcher again: what it remembers is all that remains. */
  restart(): void {
    this.watcher = this.#watch();
  }

  /** As many looks as a while holds, five seconds apart. */
  async pass(seconds: number): Promise<void> {
    for (let at = 0; at < seconds; at += 5) {
      await this.watcher.look();
      this.clock.advance(5000);
    }
  }

  titles(): readonly string[] {
    return this.content.announcements.map(({ title }) => title);
  }

  #watch(): FolderWatcher {
    const { folder, clock, target } = this;
    return new FolderWatcher({
      folder,
      clock,
      target,
      importFiles: (files, gone) => this.#import(files, gone),
      log: (line) => void this.log.push(line),
      settleMs: 3000,
      goneMs: 30_000,
    });
  }

  async #import(files: readonly SourceFile[], gone: readonly string[] = []): Promise<Imported> {
    if (!this.isServerUp) throw new CliError('No server answers');
    if (!this.isStoreUp) throw new RefusedError('unavailable', 'The store is away', []);
    const today = '2026-11-24';
    const parsed = await parseFiles(files, this.content, { today });
    const { content, problems } = assemble(this.content, parsed, { today, gone });
    if (problems.some(({ level }) => level === 'error')) return { kind: 'refused', problems };
    const diff = diffContent(this.content, content);
    if (diff.length === 0) return { kind: 'unchanged', problems, diff };
    this.content = content;
    this.publishes += 1;
    return { kind: 'published', problems, diff, revision: `r.${this.publishes}` };
  }
}
