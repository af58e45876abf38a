import { type DestinationStream, type Level, pino } from 'pino';
import type { Logger } from './logger.js';
import { scrub } from './scrub.js';

export interface PinoLoggerOptions {
  /** The least important messages to write. */
  readonly level: Level | 'silent';
  /** Where lines of JSON go. @default standard output */
  readonly destination?: DestinationStream;
}

/** Writes one line of JSON per message, without secrets (OBS-2). */
export function createPinoLogger({ level, destination }: PinoLoggerOptions): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }), log: scrub },
  };
  const log = destination === undefined ? pino(options) : pino(options, destination);
  return {
    debug: (message, fields) => log.debug(fields, message),
    info: (message, fields) => log.info(fields, message),
    warn: (message, fields) => log.warn(fields, message),
    error: (message, fields) => log.error(fields, message),
  };
}
