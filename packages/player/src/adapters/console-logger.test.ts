import { describe, expect, it } from 'vitest';
import { type ConsoleLike, createConsoleLogger } from './console-logger.js';

function recorder(): { sink: ConsoleLike; lines: unknown[][] } {
  const lines: unknown[][] = [];
  const writer =
    (level: string) =>
    (...parts: unknown[]) =>
      void lines.push([level, ...parts]);
  const sink = {
    debug: writer('debug'),
    info: writer('info'),
    warn: writer('warn'),
    error: writer('error'),
  };
  return { sink, lines };
}

describe('createConsoleLogger', () => {
  it('writes the name, and details where there are some', () => {
    const { sink, lines } = recorder();
    const logger = createConsoleLogger('debug', sink);
    logger.log({ level: 'error', name: 'store.failed', details: { place: 'database' } });
    logger.log({ level: 'debug', name: 'boot' });
    expect(lines).toEqual([
      ['error', '[hallboard] store.failed', { place: 'database' }],
      ['debug', '[hallboard] boot'],
    ]);
  });

  it('leaves out what is below the chosen level, by default all but warnings and errors', () => {
    const { sink, lines } = recorder();
    const logger = createConsoleLogger(undefined, sink);
    for (const level of ['debug', 'info', 'warn', 'error'] as const)
      logger.log({ level, name: level });
    expect(lines.map(([level]) => level)).toEqual(['warn', 'error']);
  });
});
