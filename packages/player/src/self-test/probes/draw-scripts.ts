import { withinLimit } from '../../adapters/within-limit.js';
import type { Clock } from '../../ports/clock.js';
import type { Evidence } from '../evidence.js';

const LIMIT_MS = 3_000;
const SIZE = 48;
/** As the screen is set in. */
const FONT = `${SIZE}px "Hallboard Inter", "Hallboard Arabic", sans-serif`;
/** A word whose letters join, and the same letters kept from joining. */
const JOINED = '\u0628\u064a\u062a';
const APART = '\u0628\u200c\u064a\u200c\u062a';
/** Pairs of letters that look different wherever both can be drawn, and alike where neither can. */
const PAIRS = [
  ['\u0634', '\u0639'],
  ['\u015f', '\u011f'],
] as const;

/** What is used of a canvas. */
export interface Pen {
  widthOf(text: string): number;
  /** The picture of a text, as a text that is equal for equal pictures; empty where it is blank. */
  pictureOf(text: string): string;
}

/** Whether Arabic letters are drawn and joined, and Turkish ones drawn. */
export function judgeScripts({ widthOf, pictureOf }: Pen): Evidence['scripts'] {
  const isMissing = PAIRS.some(([one, other]) => {
    const picture = pictureOf(one);
    return picture === '' || picture === pictureOf(other);
  });
  if (isMissing) return 'missing';
  return Math.abs(widthOf(JOINED) - widthOf(APART)) < 1 ? 'unshaped' : 'drawn';
}

/** Draws letters in the screen's own fonts, once they have come. */
export async function drawScripts(clock: Clock): Promise<Evidence['scripts']> {
  const { fonts } = document;
  const letters = JOINED + PAIRS.map((pair) => pair.join('')).join('');
  // A font that does not come is left to what the device has; so is the screen.
  await withinLimit(clock, LIMIT_MS, () => fonts.load(FONT, letters));
  const pen = createPen();
  return pen === undefined ? 'unknown' : judgeScripts(pen);
}

function createPen(): Pen | undefined {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIZE * 2;
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  context.font = FONT;
  return {
    widthOf: (text) => context.measureText(text).width,
    pictureOf(text) {
      context.clearRect(0, 0, canvas.width, canvas.height);
      context.fillText(text, SIZE / 2, SIZE * 1.4);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      return data.some((value) => value !== 0) ? data.join() : '';
    },
  };
}
