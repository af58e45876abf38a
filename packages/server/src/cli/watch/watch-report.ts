import type { Clock } from '../../ports/clock.js';
import type { WatchedFolder } from './watched-folder.js';

/** What may be wrong with the watch itself, rather than with a file. */
type Topic = 'folder' | 'memory' | 'status';

export interface WatchReportOptions {
  readonly folder: Pick<WatchedFolder, 'writeStatus'>;
  readonly clock: Clock;
  /** Takes each line of the log. */
  readonly log: (line: string) => void;
}

/** Says in the log and in the status file how the watch goes, and how each file stands; all once. */
export class WatchReport {
  /** How each file stands, as the status file says it. */
  readonly #standing = new Map<string, string>();
  /** Files that do not stand as they were published. */
  readonly #troubled = new Set<string>();
  /** What was said last of the watch itself. */
  readonly #said = new Map<Topic, string>();
  /** Absent: what is written there is an earlier process's. */
  #status: string | undefined;

  constructor(private readonly options: WatchReportOptions) {}

  /** Whether anything has been said of a file. */
  knows(name: string): boolean {
    return this.#standing.has(name);
  }

  /** Says how a file stands. */
  tell(name: string, text: string): void {
    if (this.#standing.get(name) === text) return;
    this.#standing.set(name, text);
    this.#log(`${name}: ${text}`);
  }

  /** Says that a file does not stand as it was published. */
  trouble(name: string, text: string): void {
    this.#troubled.add(name);
    this.tell(name, text);
  }

  /** Says that a file was published, and how. */
  published(name: string, text: string): void {
    this.#troubled.delete(name);
    this.tell(name, text);
  }

  /** Says that a file is again as it was published; where it was not in trouble, that is no news. */
  unchanged(name: string): void {
    if (this.#troubled.delete(name)) this.tell(name, 'is again as it was published');
    else if (!this.knows(name)) this.#standing.set(name, 'is as it was published');
  }

  /** Says what is wrong with the watch itself. */
  say(topic: Topic, text: string): void {
    if (this.#said.get(topic) === text) return;
    this.#said.set(topic, text);
    this.#log(text);
  }

  /** Says that the folder can be looked at, if that is news. */
  folderIsBack(): void {
    if (this.#said.has('folder')) this.say('folder', 'The folder can be looked at again');
  }

  /**
   * Writes the status file where it would be another. Never rejects: a failure is said.
   * @param mayClear whether it is known that there is nothing to say.
   */
  async writeStatus(mayClear: boolean): Promise<void> {
    const status = [...this.#standing]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, text]) => `${name}: ${text}\n`)
      .join('');
    if (status === this.#status || (status === '' && !mayClear)) return;
    try {
      await this.options.folder.writeStatus(status);
      this.#status = status;
    } catch (error) {
      this.say('status', `The status cannot be written: ${reasonOf(error)}`);
    }
  }

  #log(text: string): void {
    this.options.log(`${new Date(this.options.clock.wallMs()).toISOString()} ${text}`);
  }
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
