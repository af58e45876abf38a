/** What a log line says beside its message. Flat, so that no request or record slips in whole. */
export type LogFields = Readonly<Record<string, string | number | boolean | Error | undefined>>;

/** Structured logs (OBS-2). A message is a constant text; what varies is a field. */
export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

/** For tests and embedders that want none. */
export const silentLogger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
