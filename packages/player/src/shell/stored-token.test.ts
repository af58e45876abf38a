import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../index.js';
import { createStoredToken, type TextStorage } from './stored-token.js';

const storage = (initial: string | null = null): TextStorage => {
  let item = initial;
  return {
    getItem: () => item,
    setItem: (_key, text) => {
      item = text;
    },
  };
};

describe('createStoredToken', () => {
  it('gives back what was written', () => {
    const kept = storage();
    const token = createStoredToken({ log: () => undefined }, () => kept);
    expect(token.read()).toBeUndefined();
    token.write('token-1');
    expect(token.read()).toBe('token-1');
  });

  it('takes nothing that is no token', () => {
    const token = createStoredToken({ log: () => undefined }, () => storage('no token'));
    expect(token.read()).toBeUndefined();
  });

  it('[STORE-3] does without storage that throws, and keeps the token out of the log', () => {
    const entries: LogEntry[] = [];
    const token = createStoredToken({ log: (entry) => void entries.push(entry) }, () => {
      throw new DOMException('denied', 'SecurityError');
    });
    expect(token.read()).toBeUndefined();
    token.write('token-1');
    expect(entries).toEqual([{ level: 'warn', name: 'shell.token-not-stored' }]);
  });
});
