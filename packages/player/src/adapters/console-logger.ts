import type { LogEntry, Logger } from '../ports/logger.js';

const LEVELS: readonly LogEntry['level'][] = ['debug', 'info', 'warn', 'error'];

/** What is used of `console`. */
export type ConsoleLike = Pick<Console, LogEntry['level']>;

/**
 * Writes to the browser's console.
 * @param least the lowest level that is written. @default 'warn'
 * @param sink @default the page's console
 */
export function createConsoleLogger(
  least: LogEntry['level'] = 'warn',
  sink: ConsoleLike = console,
): Logger {
  return {
    log({ level, name, details }) {
      if (LEVELS.indexOf(level) < LEVELS.indexOf(least)) return;
      const line = `[hallboard] ${name}`;
      if (details === undefined) sink[level](line);
      else sink[level](line, details);
    },
  };
}
