import library from 'jsqr';
import { describe, expect, it } from 'vitest';
import { pairingQr } from './pairing-qr.js';

// Its types put the function under `default`, its file does not.
const readQr = library as unknown as typeof library.default;

/** Paints the outline, four pixels a module and four modules of margin, as a screen would. */
function paint({ size, path }: { readonly size: number; readonly path: string }) {
  const side = (size + 8) * 4;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = 0; row < 4; row += 1) {
      const from = ((Number(y) + 4) * 4 + row) * side + (Number(x) + 4) * 4;
      pixels.fill(0, from * 4, (from + Number(width) * 4) * 4);
    }
  }
  for (let at = 3; at < pixels.length; at += 4) pixels[at] = 255;
  return { pixels, side };
}

describe('pairingQr', () => {
  it.each([
    'http://localhost:8080/pair#K7QR3M',
    `https://${'board.'.repeat(20)}example.org/pair#K7QR3M`,
  ])('[BIND-5] can be read by a camera: %s', (text) => {
    const qr = pairingQr(text);
    expect(qr.path).toMatch(/^[Mhvz\d -]+$/);
    const { pixels, side } = paint(qr);
    expect(readQr(pixels, side, side)?.data).toBe(text);
  });
});
