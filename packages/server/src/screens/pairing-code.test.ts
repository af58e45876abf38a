import { describe, expect, it } from 'vitest';
import { createSeededRandom } from '../testing/seeded-random.fixture.js';
import { createPairingCode, readPairingCode } from './pairing-code.js';

describe('createPairingCode', () => {
  it('[BIND-5] draws every letter of an unambiguous alphabet about equally often', () => {
    const random = createSeededRandom('codes');
    const counts = new Map<string, number>();
    for (let draw = 0; draw < 3000; draw += 1) {
      const code = createPairingCode(random);
      expect(code).toMatch(/^[A-Z0-9]{6}$/);
      for (const letter of code) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    expect([...counts.keys()].join('')).not.toMatch(/[0OQ]{2}|[01258ABEILOSUZ]/);
    expect(counts.size).toBe(22);
    for (const count of counts.values())
      expect(Math.abs(count / (18_000 / 22) - 1)).toBeLessThan(0.2);
  });
});

describe('readPairingCode', () => {
  it.each(['K7Q R3M', 'k7q-r3m', ' k7qr3m '])('reads "%s" as it was meant', (typed) => {
    expect(readPairingCode(typed)).toBe('K7QR3M');
  });
});
