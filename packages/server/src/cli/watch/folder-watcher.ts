import { createHash } from 'node:crypto';
import { sourceOf } from '../../import/assemble/sources.js';
import { untisNumber } from '../../import/formats/read-untis.js';
import type { SourceFile } from '../../import/parse-files.js';
import type { Clock } from '../../ports/clock.js';
import { RefusedError } from '../admin-client.js';
import { CliError } from '../cli-context.js';
import { type Imported, problemLines } from '../import/importer.js';
import { GoneFiles } from './gone-files.js';
import { isCandidate, SettledFiles } from './settled-files.js';
import { type ImportFiles, takeBackFiles } from './take-back.js';
import { type Published, parseMemory, writeMemory } from './watch-memory.js';
import { type ListedFile, STATUS_FILE, type WatchedFolder } from './watched-folder.js';

/** After it, a refused file is tried again: what it lacked may be published by now. */
const RETRY_MS = 60_000;

const GONE = 'is gone; screens keep what it gave for now';

export interface WatcherOptions {
  readonly folder: WatchedFolder;
  readonly importFiles: ImportFiles;
  readonly clock: Clock;
  /** Takes each line of the log. */
  readonly log: (line: string) => void;
  /** How long a file has to look the same before it is read. */
  readonly settleMs: number;
  /** How long a file has to be gone before what it gave is taken back. */
  readonly goneMs: number;
}

/** A file that is not published. */
interface Refused {
  /** How the file looked. */
  readonly look: string;
  /** By the monotonic clock. */
  readonly retryAtMs: number;
}

/** Publishes what is saved in a folder. Whatever is not right changes nothing, and is said. */
export class FolderWatcher {
  readonly #options: WatcherOptions;
  readonly #settled: SettledFiles;
  readonly #gone: GoneFiles;
  #published: Published | undefined;
  /** How a file looked when it was published, or was found to be. */
  readonly #done = new Map<string, string>();
  readonly #refused = new Map<string, Refused>();
  /** How each file stands, as the status file says it. */
  readonly #standing = new Map<string, string>();
  /** What was said last of the watch itself. */
  readonly #said = new Map<Topic, string>();
  #status = '';

  constructor(options: WatcherOptions) {
    this.#options = options;
    this.#settled = new SettledFiles(options.settleMs);
    this.#gone = new GoneFiles(options.goneMs);
  }

  /** Looks once. Never rejects: what goes wrong is said, and tried again at the next look. */
  async look(): Promise<void> {
    const { folder, clock } = this.#options;
    try {
      this.#published ??= parseMemory(await folder.readMemory());
      const listed = await folder.list();
      const files = listed.filter(({ name }) => isCandidate(name));
      if (files.length === 0 && this.#published.size > 0 && !isOurs(listed)) {
        // Nothing is written there either, or the next look would take it for ours.
        this.#say('folder', `The folder is empty, without ${STATUS_FILE}: is its share away?`);
        return;
      }
      const nowMs = clock.monotonicMs();
      for (const name of this.#settled.look(files, nowMs)) this.#forget(name, this.#published);
      const names = new Set(files.map(({ name }) => name));
      const gone = this.#gone.look(this.#published.keys(), names, nowMs);
      await this.#importPending(this.#published);
      if (gone.length > 0) await this.#takeBack(gone, names, this.#published);
      if (this.#said.has('folder')) this.#say('folder', 'The folder can be looked at again');
    } catch (error) {
      this.#say('folder', `The folder cannot be looked at: ${reasonOf(error)}`);
    }
    await this.#writeStatus();
  }

  async #importPending(published: Published): Promise<void> {
    const looks = this.#settled.settled(this.#options.clock.monotonicMs());
    let pending = await this.#read(looks, published);
    // Together first: what one file names, another may bring. Then each alone, as long as it helps.
    if (pending.length > 1 && (await this.#import(pending, looks, published, false))) return;
    for (let helped = true; helped; ) {
      helped = false;
      for (const file of pending) {
        if (!(await this.#import([file], looks, published, true))) continue;
        helped = true;
        pending = pending.filter((other) => other !== file);
      }
    }
  }

  /** @returns the files that are to be published. */
  async #read(
    looks: ReadonlyMap<string, string>,
    published: Published,
  ): Promise<readonly WatchedFile[]> {
    const { folder, clock } = this.#options;
    const read: WatchedFile[] = [];
    for (const [name, look] of looks) {
      if (this.#done.get(name) === look) continue;
      const refused = this.#refused.get(name);
      if (refused?.look === look && clock.monotonicMs() < refused.retryAtMs) continue;
      try {
        const bytes = await folder.read(name);
        // Longer or shorter than it was listed: somebody writes it right now.
        if (look.startsWith(`${bytes.length} `)) read.push({ name, bytes, hash: hashOf(bytes) });
      } catch (error) {
        this.#tell(name, `cannot be read yet: ${reasonOf(error)}`);
      }
    }
    const isNews = ({ name, hash }: WatchedFile) => published.get(name) !== hash;
    for (const { name } of read.filter((file) => !isNews(file))) {
      this.#done.set(name, looks.get(name) ?? '');
      const wasGone = this.#standing.get(name) === GONE;
      if (this.#refused.delete(name) || wasGone) this.#tell(name, 'is again as it was published');
    }
    return read.filter(isNews);
  }

  /** @returns whether the files are published now. */
  async #import(
    files: readonly WatchedFile[],
    looks: ReadonlyMap<string, string>,
    published: Published,
    isAlone: boolean,
  ): Promise<boolean> {
    const { importFiles, clock } = this.#options;
    let imported: Imported;
    try {
      imported = await importFiles([...files, ...(await this.#companions(files, looks))]);
    } catch (error) {
      // Who cannot be reached is asked again at the next look.
      const isUnreachable = error instanceof CliError && !(error instanceof RefusedError);
      if (isAlone) this.#refuse(files, looks, reasonOf(error).split('\n'), isUnreachable);
      return false;
    }
    if (imported.kind === 'refused') {
      if (isAlone) this.#refuse(files, looks, problemLines(imported.problems), false);
      return false;
    }
    const at = new Date(clock.wallMs()).toISOString();
    for (const { name, hash } of files) {
      published.set(name, hash);
      this.#done.set(name, looks.get(name) ?? '');
      this.#refused.delete(name);
      const what =
        imported.kind === 'published'
          ? `published, revision ${imported.revision}`
          : 'shown already';
      const warnings = problemLines(imported.problems).filter((line) => line.includes(name));
      this.#tell(name, [`${what}, ${at}`, ...warnings].join('\n  '));
    }
    await this.#remember(published);
    return true;
  }

  /** Files of Untis explain each other, so they are always read together. */
  async #companions(
    files: readonly SourceFile[],
    looks: ReadonlyMap<string, string>,
  ): Promise<readonly SourceFile[]> {
    const { folder } = this.#options;
    if (!files.some(({ name }) => untisNumber(name) !== undefined)) return [];
    const given = new Set(files.map(({ name }) => name));
    const others = [...looks.keys()].filter(
      (name) => untisNumber(name) !== undefined && !given.has(name) && this.#published?.has(name),
    );
    return Promise.all(others.map(async (name) => ({ name, bytes: await folder.read(name) })));
  }

  #refuse(
    files: readonly WatchedFile[],
    looks: ReadonlyMap<string, string>,
    reasons: readonly string[],
    isDueAtOnce: boolean,
  ): void {
    const retryAtMs = isDueAtOnce ? 0 : this.#options.clock.monotonicMs() + RETRY_MS;
    for (const { name } of files) {
      this.#refused.set(name, { look: looks.get(name) ?? '', retryAtMs });
      const lines = ['not published; screens keep what they had', ...reasons];
      this.#tell(name, lines.join('\n  '));
    }
  }

  #forget(name: string, published: Published): void {
    this.#done.delete(name);
    this.#refused.delete(name);
    this.#tell(name, published.has(name) ? GONE : 'is gone');
  }

  /** Takes back what files gave that are gone for good. */
  async #takeBack(
    gone: readonly string[],
    present: ReadonlySet<string>,
    published: Published,
  ): Promise<void> {
    const { importFiles, clock } = this.#options;
    for (const name of gone) {
      const heir = [...present].find((other) => sourceOf(other) === sourceOf(name));
      if (heir === undefined) continue;
      // It counts as the same file, and may have been there before the one that is gone.
      for (const each of [name, heir]) published.delete(each);
      this.#done.delete(heir);
      this.#tell(name, `was removed; ${heir} is in its place`);
    }
    const names = gone.filter((name) => published.has(name));
    if (names.length > 0) {
      const { isDone, text } = await takeBackFiles(names, importFiles, clock);
      for (const name of names) {
        this.#tell(name, text);
        if (isDone) published.delete(name);
      }
      if (!isDone) this.#gone.later(names, clock.monotonicMs() + RETRY_MS);
    }
    await this.#remember(published);
  }

  async #remember(published: Published): Promise<void> {
    try {
      await this.#options.folder.writeMemory(writeMemory(published));
    } catch (error) {
      // The files are found to be published already at the next start.
      this.#say('memory', `What is published cannot be remembered: ${reasonOf(error)}`);
    }
  }

  /** Says how a file stands, once. */
  #tell(name: string, text: string): void {
    if (this.#standing.get(name) === text) return;
    this.#standing.set(name, text);
    this.#log(`${name}: ${text}`);
  }

  #say(topic: Topic, text: string): void {
    if (this.#said.get(topic) === text) return;
    this.#said.set(topic, text);
    this.#log(text);
  }

  #log(text: string): void {
    this.#options.log(`${new Date(this.#options.clock.wallMs()).toISOString()} ${text}`);
  }

  async #writeStatus(): Promise<void> {
    const status = [...this.#standing]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, text]) => `${name}: ${text}\n`)
      .join('');
    if (status === this.#status) return;
    try {
      await this.#options.folder.writeStatus(status);
      this.#status = status;
    } catch (error) {
      this.#say('status', `The status cannot be written: ${reasonOf(error)}`);
    }
  }
}

/** Whether we have written there before, so that it is no empty place where a share belongs. */
function isOurs(listed: readonly ListedFile[]): boolean {
  return listed.some(({ name }) => name === STATUS_FILE);
}

type Topic = 'folder' | 'memory' | 'status';

interface WatchedFile extends SourceFile {
  readonly hash: string;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
