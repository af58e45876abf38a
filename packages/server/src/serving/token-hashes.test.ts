import { describe, expect, it } from 'vitest';
import { hashSecret } from '../screens/token.js';
import { TokenHashes } from './token-hashes.js';

describe('TokenHashes', () => {
  it('hashes as the store does, and remembers only what opens a screen', () => {
    const asked: string[] = [];
    const known = hashSecret('known');
    const hashes = new TokenHashes((hash) => {
      asked.push(hash);
      return hash === known;
    });
    for (let time = 0; time < 2; time += 1) {
      expect(hashes.hashOf('known')).toBe(known);
      expect(hashes.hashOf('stranger')).toBe(hashSecret('stranger'));
    }
    expect(asked).toEqual([known, hashSecret('stranger'), hashSecret('stranger')]);
  });
});
