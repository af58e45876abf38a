import { describe, expect, it } from 'vitest';
import { ConfigError } from '../config.js';
import { UnsafeRedisError } from '../redis/unsafe-redis-error.js';
import { StoreInUseError } from '../store/libsql/store-in-use-error.js';
import { explainStartFailure } from './start-failure.js';

const FACTS = { port: 8080, host: '0.0.0.0', dataDir: './data' };

function systemError(code: string, syscall: string): Error {
  return Object.assign(new Error(`${code}: told by the system`), { code, syscall });
}

describe('explainStartFailure', () => {
  it.each([
    [new ConfigError('PORT must be a number'), 2, 'PORT must be a number'],
    [new StoreInUseError('./data'), 1, 'The data directory ./data is in use by another server'],
    [
      new UnsafeRedisError([{ fault: 'appendonly is no', remedy: 'redis-cli CONFIG SET …' }]),
      1,
      'Run: redis-cli CONFIG SET …',
    ],
    [systemError('EADDRINUSE', 'listen'), 1, 'Port 8080 is in use'],
    [systemError('EACCES', 'listen'), 1, 'Port 8080 may not be used by this user'],
    [systemError('EADDRNOTAVAIL', 'listen'), 1, 'HOST=0.0.0.0 cannot be listened on'],
    [systemError('EACCES', 'mkdir'), 1, 'The data directory ./data cannot be used: EACCES'],
  ])('turns %s into one line', (error, exitCode, message) => {
    const failure = explainStartFailure(error, FACTS);
    expect(failure?.exitCode).toBe(exitCode);
    expect(failure?.message).toContain(message);
    expect(failure?.message).not.toContain('\n');
  });

  it('leaves what it does not know to the stack', () => {
    expect(explainStartFailure(new TypeError('x is not a function'), FACTS)).toBeUndefined();
  });
});
