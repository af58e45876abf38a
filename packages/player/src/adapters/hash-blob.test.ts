import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hashBlob } from './hash-blob.js';

const LENGTHS = [0, 1, 2 ** 18 - 1, 2 ** 18, 2 ** 19 + 7];
const bytesOf = (length: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length }, (_, index) => index % 251);

describe('hashBlob', () => {
  it.each(LENGTHS)(
    '[STORE-4] is SHA-256, by the platform and by script: %d bytes',
    async (length) => {
      const blob = new Blob([bytesOf(length)]);
      const expected = createHash('sha256').update(bytesOf(length)).digest('hex');
      expect(await hashBlob(blob, globalThis.crypto.subtle)).toBe(expected);
      expect(await withoutSubtle(blob)).toBe(expected);
    },
  );
});

/** As on plain http, where `crypto` has no `subtle`. */
async function withoutSubtle(blob: Blob): Promise<string> {
  const { crypto } = globalThis;
  Object.defineProperty(globalThis, 'crypto', { configurable: true, value: {} });
  try {
    return await hashBlob(blob);
  } finally {
    Object.defineProperty(globalThis, 'crypto', { configurable: true, value: crypto });
  }
}
