/** One thing worth telling a developer. Holds no token and no content. */
export interface LogEntry {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  /** Stable and searchable: `refresh.failed`. */
  readonly name: string;
  readonly details?: Readonly<Record<string, string | number | boolean>>;
}

export interface Logger {
  log(entry: LogEntry): void;
}
