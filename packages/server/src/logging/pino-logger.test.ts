import { describe, expect, it } from 'vitest';
import type { Logger } from './logger.js';
import { createPinoLogger } from './pino-logger.js';

const TOKEN = 'A'.repeat(21) + '-_'.repeat(11);

function lines(run: (log: Logger) => void): ReturnType<typeof JSON.parse>[] {
  const written: string[] = [];
  run(createPinoLogger({ level: 'info', destination: { write: (line) => written.push(line) } }));
  return written.map((line) => JSON.parse(line));
}

describe('createPinoLogger', () => {
  it('[OBS-2] writes JSON with a level, a time and the fields', () => {
    const [line] = lines((log) => log.info('School published', { schoolId: 'north', count: 2 }));
    expect(line).toMatchObject({
      level: 'info',
      msg: 'School published',
      schoolId: 'north',
      count: 2,
    });
    expect(Date.parse(line.time)).toBeGreaterThan(0);
  });

  it('[OBS-2] writes nothing below its level', () => {
    expect(lines((log) => log.debug('Detail'))).toEqual([]);
  });

  it('[OBS-2] blanks what is named like a secret or looks like one', () => {
    const cause = new Error(`no screen for ${TOKEN}`);
    const written = lines((log) => {
      log.warn('a', { token: 'short', deviceId: 'tv-1', keyId: 'k1', authorization: 'Bearer x' });
      log.warn('b', { path: `/screen/${TOKEN}/x`, error: new Error(`bad ${TOKEN}`, { cause }) });
    });
    expect(JSON.stringify(written)).not.toContain(TOKEN);
    expect(written[0]).toMatchObject({ token: '[redacted]', deviceId: '[redacted]', keyId: 'k1' });
    expect(written[0].authorization).toBe('[redacted]');
    expect(written[1].path).toBe('/screen/[redacted]/x');
    expect(written[1].error).toMatchObject({ type: 'Error', message: 'bad [redacted]' });
    expect(written[1].error.cause.message).toBe('no screen for [redacted]');
  });
});
