import { contrast, formatColor, parseColor, READABLE } from './contrast.js';
import type { Palette } from './palettes.js';

const STEPS = 50;

/** The colour that means "now", and the ink that is read on it. */
export interface Accent {
  readonly accent: string;
  readonly onAccent: string;
}

/**
 * A school's accent as a palette can bear it. One that cannot be read on both surfaces is adjusted,
 * not obeyed: moved towards the palette's ink, no further than it must.
 */
export function accentFor(wish: string, palette: Palette): Accent {
  const isReadable = (color: string): boolean =>
    contrast(color, palette.ground) >= READABLE && contrast(color, palette.surface) >= READABLE;
  let accent = wish;
  for (let step = 1; !isReadable(accent) && step <= STEPS; step += 1) {
    accent = mix(wish, palette.ink, step / STEPS);
  }
  const inks = [palette.ground, palette.ink, '#000000', '#ffffff'];
  const onAccent = inks.find((ink) => contrast(ink, accent) >= READABLE) ?? palette.surface;
  return { accent, onAccent };
}

function mix(from: string, to: string, share: number): string {
  const [start, end] = [parseColor(from), parseColor(to)];
  const part = (index: 0 | 1 | 2): number => start[index] + (end[index] - start[index]) * share;
  return formatColor([part(0), part(1), part(2)]);
}
