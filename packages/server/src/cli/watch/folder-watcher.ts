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
import { formatMemory, type Published, parseMemory } from './watch-memory.js';
import { reasonOf, WatchReport } from './watch-report.js';
import { type ListedFile, STATUS_FILE, type WatchedFolder } from './watched-folder.js';

/** After it, a refused file is tried again: what it lacked may be published by now. */
const RETRY_MS = 60_000;

const GONE = 'is gone; screens keep what it gave for now';

/** A version that is shorter than this part of the one before may be a copy that has stalled. */
const CUT_PART = 0.5;
/** So long it has to look the same. A list of cover that is short today is on the wall by then too. */
const CUT_SETTLE_MS = 20_000;
const CUT = 'is much shorter than before; screens keep what they had until it stays so for a while';

export interface WatcherOptions {
  readonly folder: WatchedFolder;
  readonly importFiles: ImportFiles;
  /** What files are imported into, and how. They are imported again once it differs. */
  readonly target: string;
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
  #published: Published = new Map();
  /** How a file looked when it was published, or was found to be. */
  readonly #done = new Map<string, string>();
  readonly #refused = new Map<string, Refused>();
  readonly #report: WatchReport;

  constructor(options: WatcherOptions) {
    this.#options = options;
    this.#report = new WatchReport(options);
    this.#settled = new SettledFiles((file) =>
      this.#isCut(file) ? Math.max(CUT_SETTLE_MS, options.settleMs) : options.settleMs,
    );
    this.#gone = new GoneFiles(options.goneMs);
  }

  /** Looks once. Never rejects: what goes wrong is said, and tried again at the next look. */
  async look(): Promise<void> {
    const { folder, clock } = this.#options;
    let mayClear = false;
    try {
      // As long as there is nothing: its share may not have been there yet.
      if (this.#published.size === 0) this.#published = parseMemory(await folder.readMemory());
      const listed = await folder.list();
      const files = listed.filter(({ name }) => isCandidate(name));
      const hasStatus = listed.some(({ name }) => name === STATUS_FILE);
      mayClear = hasStatus && files.length === 0;
      if (files.length === 0 && this.#published.size > 0 && !hasStatus) {
        // Nothing is written there either, or the next look would take it for ours.
        this.#report.say(
          'folder',
          `The folder is empty, without ${STATUS_FILE}: is its share away?`,
        );
        return;
      }
      const nowMs = clock.monotonicMs();
      for (const name of this.#settled.look(files, nowMs)) this.#forget(name);
      const names = new Set(files.map(({ name }) => name));
      const gone = this.#gone.look(this.#published.keys(), names, nowMs);
      for (const name of this.#published.keys()) {
        if (!names.has(name) && !this.#report.knows(name)) this.#report.trouble(name, GONE);
      }
      const looks = this.#settled.settled(nowMs);
      for (const file of files) {
        if (!looks.has(file.name) && this.#isCut(file)) this.#report.trouble(file.name, CUT);
      }
      await this.#importPending(looks);
      if (gone.length > 0) await this.#takeBack(gone, names);
      this.#report.folderIsBack();
    } catch (error) {
      this.#report.say('folder', `The folder cannot be looked at: ${reasonOf(error)}`);
    }
    await this.#report.writeStatus(mayClear);
  }

  async #importPending(looks: ReadonlyMap<string, string>): Promise<void> {
    let pending = await this.#read(looks);
    // Together first: what one file names, another may bring. Then each alone, as long as it helps.
    if (pending.length > 1 && (await this.#import(pending, looks, false))) return;
    for (let helped = true; helped; ) {
      helped = false;
      for (const file of pending) {
        if (!(await this.#import([file], looks, true))) continue;
        helped = true;
        pending = pending.filter((other) => other !== file);
      }
    }
  }

  /** @returns the files that are to be published. */
  async #read(looks: ReadonlyMap<string, string>): Promise<readonly WatchedFile[]> {
    const { folder, clock, target } = this.#options;
    const read: WatchedFile[] = [];
    for (const [name, look] of looks) {
      if (this.#done.get(name) === look) continue;
      const refused = this.#refused.get(name);
      if (refused?.look === look && clock.monotonicMs() < refused.retryAtMs) continue;
      try {
        const bytes = await folder.read(name);
        // Longer or shorter than it was listed: somebody writes it right now.
        if (!look.startsWith(`${bytes.length} `)) continue;
        read.push({ name, bytes, hash: hashOf(target, bytes) });
      } catch (error) {
        this.#report.trouble(name, `cannot be read yet: ${reasonOf(error)}`);
      }
    }
    const isNews = ({ name, hash }: WatchedFile) => this.#published.get(name)?.hash !== hash;
    for (const { name } of read.filter((file) => !isNews(file))) {
      this.#done.set(name, looks.get(name) ?? '');
      this.#refused.delete(name);
      this.#report.unchanged(name);
    }
    return read.filter(isNews);
  }

  /** @returns whether the files are published now. */
  async #import(
    files: readonly WatchedFile[],
    looks: ReadonlyMap<string, string>,
    isAlone: boolean,
  ): Promise<boolean> {
    const { importFiles, clock } = this.#options;
    let imported: Imported;
    try {
      imported = await importFiles([...files, ...(await this.#companions(files, looks))]);
    } catch (error) {
      // Who cannot be reached, or cannot say now, is asked again at the next look.
      const isUnreachable =
        error instanceof CliError &&
        (!(error instanceof RefusedError) || error.code === 'unavailable');
      if (isAlone) this.#refuse(files, looks, reasonOf(error).split('\n'), isUnreachable);
      return false;
    }
    if (imported.kind === 'refused') {
      if (isAlone) this.#refuse(files, looks, problemLines(imported.problems), false);
      return false;
    }
    const at = new Date(clock.wallMs()).toISOString();
    for (const { name, hash, bytes } of files) {
      this.#published.set(name, { hash, bytes: bytes.length });
      this.#done.set(name, looks.get(name) ?? '');
      this.#refused.delete(name);
      const what =
        imported.kind === 'published'
          ? `published, revision ${imported.revision}`
          : 'shown already';
      const warnings = imported.problems.filter(({ place }) => place.file === name);
      this.#report.published(name, [`${what}, ${at}`, ...problemLines(warnings)].join('\n  '));
    }
    await this.#remember();
    return true;
  }

  /** Files of Untis explain each other, so they are read together with those that are published. */
  async #companions(
    files: readonly SourceFile[],
    looks: ReadonlyMap<string, string>,
  ): Promise<readonly SourceFile[]> {
    const { folder } = this.#options;
    if (!files.some(({ name }) => untisNumber(name) !== undefined)) return [];
    const given = new Set(files.map(({ name }) => name));
    const others = [...looks.keys()].filter(
      (name) =>
        untisNumber(name) !== undefined &&
        !given.has(name) &&
        this.#done.get(name) === looks.get(name),
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
      this.#report.trouble(name, lines.join('\n  '));
    }
  }

  #forget(name: string): void {
    this.#done.delete(name);
    this.#refused.delete(name);
    this.#report.trouble(name, this.#published.has(name) ? GONE : 'is gone');
  }

  #isCut({ name, bytes }: ListedFile): boolean {
    return bytes < (this.#published.get(name)?.bytes ?? 0) * CUT_PART;
  }

  /** Takes back what files gave that are gone for good. */
  async #takeBack(gone: readonly string[], present: ReadonlySet<string>): Promise<void> {
    const { importFiles, clock } = this.#options;
    for (const name of gone) {
      const heir = [...present].find((other) => sourceOf(other) === sourceOf(name));
      if (heir === undefined) continue;
      // It counts as the same file, and may have been there before the one that is gone.
      for (const each of [name, heir]) this.#published.delete(each);
      this.#done.delete(heir);
      this.#report.tell(name, `was removed; ${heir} is in its place`);
    }
    const names = gone.filter((name) => this.#published.has(name));
    if (names.length > 0) {
      const { isDone, text } = await takeBackFiles(names, importFiles, clock);
      for (const name of names) {
        this.#report.tell(name, text);
        if (isDone) this.#published.delete(name);
      }
      if (!isDone) this.#gone.later(names, clock.monotonicMs() + RETRY_MS);
    }
    await this.#remember();
  }

  async #remember(): Promise<void> {
    try {
      await this.#options.folder.writeMemory(formatMemory(this.#published));
    } catch (error) {
      // The files are found to be published already at the next start.
      this.#report.say('memory', `What is published cannot be remembered: ${reasonOf(error)}`);
    }
  }
}

interface WatchedFile extends SourceFile {
  readonly hash: string;
}

function hashOf(target: string, bytes: Uint8Array): string {
  return createHash('sha256').update(JSON.stringify(target)).update(bytes).digest('hex');
}
