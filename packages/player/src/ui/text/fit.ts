import { DIGIT } from './numerals.js';

/** The type steps, in units: six sizes and no other. */
export type Step = 28 | 40 | 56 | 84 | 132 | 188;

/**
 * The advance widths of Inter Bold from space to tilde, one character each: base 36, in 1/25 em.
 * An estimate is enough, and unlike a measurement it is the same on every engine and before the
 * fonts have loaded.
 */
const LATIN_WIDTHS =
  '68eggph899eh8c8ahbgghggfgg89hhhepjhjiffjj7fienjjgjgghijqiih9a9cc9fgfgfagg77f7ngfggae9gflffec9ch';

const EM_PARTS = 25;

/** Letters of IBM Plex Sans Arabic Bold by their width within a word, in em. */
const ARABIC_WIDTHS: readonly (readonly [letters: string, em: number])[] = [
  ['آأإا', 0.28],
  ['رز٠١', 0.3],
  ['ئبتثلنىي', 0.34],
  ['ءؤةعغفقكو', 0.5],
  ['دذه٢٣٤٥٦٧٨٩', 0.6],
  ['سش', 0.86],
  ['صض', 0.93],
  ['ًٌٍَُِّْ', 0],
];
const ARABIC_EM = 0.68;
/** What joining letters gain where nothing joins them any more. */
const FINAL_EM = 0.35;
const WIDE_FINAL_EM = 0.58;
const FINAL_LETTER = /[ئسشصضقلنىي](?![\u0620-\u0652])/g;
const WIDE_FINAL_LETTER = /[بتثفك](?![\u0620-\u0652])/g;

const IDEOGRAPH_EM = 1;
const NARROW_EM = 0.32;
const OTHER_EM = 0.68;

const REGULAR_SHARE = 0.96;

/** From this step on, Latin letters are set closer by so much. */
const TIGHT_STEP = 132;
const TIGHT_EM = 0.02;

export type Weight = 'bold' | 'regular';

/** How wide a text is on one line, in units; rather too wide than too narrow. */
export function textWidth(text: string, step: number, weight: Weight = 'bold'): number {
  const count = (letters: RegExp): number => text.match(letters)?.length ?? 0;
  let em = count(FINAL_LETTER) * FINAL_EM + count(WIDE_FINAL_LETTER) * WIDE_FINAL_EM;
  for (const character of text) em += characterEm(character);
  if (step >= TIGHT_STEP) em -= count(/[ -~]/g) * TIGHT_EM;
  return em * step * (weight === 'bold' ? 1 : REGULAR_SHARE);
}

function characterEm(character: string): number {
  // An accent makes no letter wider.
  const code = character === '\u00a0' ? 0x20 : (character.normalize('NFD').codePointAt(0) ?? 0);
  const width = LATIN_WIDTHS[code - 0x20];
  if (code < 0x7f && width !== undefined) return Number.parseInt(width, 36) / EM_PARTS;
  if (/[\u0300-\u036f\u200b-\u200f\u2060-\u2069]/.test(character)) return 0;
  if (/[\u0600-\u06ff]/.test(character)) {
    return ARABIC_WIDTHS.find(([letters]) => letters.includes(character))?.[1] ?? ARABIC_EM;
  }
  if (/[\u1100-\u11ff\u2014\u2026\u2e80-\uffdc]/.test(character) || code > 0xffff) {
    return IDEOGRAPH_EM;
  }
  return /[ı·‘’]/.test(character) ? NARROW_EM : OTHER_EM;
}

/**
 * What stays on one line: a time; a number with the word that it counts; a name of a word and a number
 * such as `Lesson 2`; a mark that stands apart from its word.
 */
const WHOLE = [
  `\\S*${DIGIT}(?:[:.]| h )${DIGIT}{2}\\S*(?: Uhr)?`,
  `\\S*${DIGIT}[.ªº°e)]{0,2} \\S{1,10}(?!\\S)`,
  `^\\S{1,12} ${DIGIT}+$`,
  '\\S+ [:;!?»]',
].join('|');
export const WHOLES = new RegExp(`(${WHOLE})`);
/** Where a line may end: at spaces, and behind the hyphen of a name, but in no range of numbers. */
const BREAKS = new RegExp(`(${WHOLE}|\\n| +|[^\\n -]*-(?![\\d\\s-]))`);

/**
 * Breaks a text into the lines that it takes at a width, and at its own line breaks. A
 * line before a break of the text's own keeps it.
 */
export function wrap(
  text: string,
  step: number,
  width: number,
  weight: Weight = 'bold',
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of text.split(BREAKS)) {
    if (part === '\n') {
      lines.push(`${line}\n`);
      line = '';
    } else if (textWidth(line + part, step, weight) > width && line !== '' && part.trim() !== '') {
      lines.push(line);
      line = part;
    } else {
      line += part;
    }
  }
  return [...lines, line];
}

/** The room that a text has: a width in units, and how many lines at each step. */
export interface Room {
  readonly width: number;
  /** @default 1 */
  readonly lines?: Partial<Record<Step, number>>;
  /** @default 'bold' */
  readonly weight?: Weight;
}

/** Whether no word of a text is wider than a line. */
export function isBreakable(text: string, step: Step, width: number, weight?: Weight): boolean {
  return text.split(BREAKS).every((word) => textWidth(word, step, weight) <= width);
}

/** The largest of `steps` at which the text fits, else the last, whose text is then cut short. */
export function fitStep(text: string, steps: readonly Step[], room: Room): Step {
  const { width, lines = {}, weight } = room;
  const fits = (step: Step): boolean =>
    wrap(text, step, width, weight).length <= (lines[step] ?? 1) &&
    isBreakable(text, step, width, weight);
  return steps.find(fits) ?? steps[steps.length - 1] ?? 28;
}
