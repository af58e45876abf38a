import type { Random } from '../ports/random.js';

/** @returns this many random bytes, as hexadecimal digits. */
export function randomHex(random: Random, bytes: number): string {
  let text = '';
  for (let count = 0; count < bytes; count += 1) {
    text += Math.floor(random.next() * 256)
      .toString(16)
      .padStart(2, '0');
  }
  return text;
}
