import type { Random } from '../ports/random.js';

/** No two that look or sound alike across a room, and no vowels, so that no words come up. */
const ALPHABET = 'CDFGHJKMNPQRTVWXY34679';
const LENGTH = 6;
/** Above it a byte would favour the first letters. */
const FAIR_BELOW = 256 - (256 % ALPHABET.length);

/** @returns a code such as `K7QR3M`: one of 113 million, from a secure generator (BIND-5). */
export function createPairingCode(random: Pick<Random, 'bytes'>): string {
  let code = '';
  while (code.length < LENGTH) {
    const [byte = FAIR_BELOW] = random.bytes(1);
    if (byte < FAIR_BELOW) code += ALPHABET.charAt(byte % ALPHABET.length);
  }
  return code;
}

/** @returns a code as it was typed, in the one way in which codes are kept. */
export function readPairingCode(text: string): string {
  return text.replace(/[\s-]/g, '').toUpperCase();
}
