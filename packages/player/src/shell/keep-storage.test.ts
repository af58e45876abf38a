import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../index.js';
import { askToKeepStorage, type StorageOwner } from './keep-storage.js';

async function ask(owner: StorageOwner): Promise<LogEntry[]> {
  const entries: LogEntry[] = [];
  askToKeepStorage({ log: (entry) => void entries.push(entry) }, owner);
  await new Promise((resolve) => setImmediate(resolve));
  return entries;
}

describe('askToKeepStorage', () => {
  it.each([
    ['granted', async () => true, true],
    ['denied', async () => false, false],
    ['broken', () => Promise.reject(new TypeError('no')), false],
  ])('[P-1] asks once and says the answer: %s', async (_, persist, kept) => {
    expect(await ask({ storage: { persist } })).toEqual([
      { level: 'info', name: 'shell.storage-kept', details: { kept } },
    ]);
  });

  it('does without on plain http', async () => {
    expect(await ask({})).toEqual([]);
  });
});
