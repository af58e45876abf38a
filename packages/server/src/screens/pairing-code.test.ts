import { describe, expect, it } from 'vitest';
import type { Random } from '../ports/random.js';
import { createPairingCode, readPairingCode } from './pairing-code.js';

let next = 0;

/** Gives each byte in turn: what draws from all of them draws fairly, or it shows. */
const everyByte: Pick<Random, 'bytes'> = {
  bytes(count) {
    const bytes = Uint8Array.from({ length: count }, (_, index) => (next + index) % 256);
    next += count;
    return Buffer.from(bytes);
  },
};

describe('createPairingCode', () => {
  it('[BIND-5] draws every letter of an unambiguous alphabet equally often', () => {
    const counts = new Map<string, number>();
    for (let draw = 0; draw < 6 * 242; draw += 6) {
      const code = createPairingCode(everyByte);
      expect(code).toMatch(/^[A-Z0-9]{6}$/);
      for (const letter of code) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    expect([...counts.keys()].join('')).not.toMatch(/[01258ABEILOSUZ]/);
    expect(counts.size).toBe(22);
    expect(new Set(counts.values()).size).toBe(1);
  });
});

describe('readPairingCode', () => {
  it.each(['K7Q R3M', 'k7q-r3m', ' k7qr3m '])('reads "%s" as it was meant', (typed) => {
    expect(readPairingCode(typed)).toBe('K7QR3M');
  });
});
