import type { LogEntry, Logger } from '../ports/logger.js';

/** Keeps what was logged. */
export class RecordingLogger implements Logger {
  readonly entries: LogEntry[] = [];

  log(entry: LogEntry): void {
    this.entries.push(entry);
  }

  /** How often something of this name was logged. */
  count(name: string): number {
    return this.entries.filter((entry) => entry.name === name).length;
  }
}
