/** The first digit of each numbering system that a school may write in. */
const ZEROS: Readonly<Record<string, number>> = {
  latn: 0x30,
  arab: 0x660,
  arabext: 0x6f0,
  deva: 0x966,
  beng: 0x9e6,
};

/** A digit of one of those systems, for a pattern: early Chromium 64 cannot read `\p{Nd}`. */
export const DIGIT = '[0-9٠-٩۰-۹०-९০-৯]';
/** Whole numbers in those systems. */
export const NUMBERS = new RegExp(`${DIGIT}+`, 'g');

/** The numbering systems of languages that do not write 0 to 9. */
const BY_LANGUAGE: Readonly<Record<string, string>> = {
  ar: 'arab',
  ckb: 'arab',
  fa: 'arabext',
  ps: 'arabext',
  mr: 'deva',
  ne: 'deva',
  bn: 'beng',
};

/** Where Arabic is written with 0 to 9. */
const LATIN_DIGITS_IN_ARABIC = /^ar\b.*-(AE|DZ|EH|LY|MA|TN)\b/i;

/** Writes a text's digits in one numbering system, the clock's and the countdown's included. */
export type Numerals = (text: string) => string;

/**
 * The numerals of a locale, from a table of our own, since the data of old TVs is incomplete. The
 * locale's own wish (`ar-SA-u-nu-latn`) comes first.
 */
export function numeralsOf(locale: string): Numerals {
  const zero = ZEROS[systemOf(locale)] ?? 0x30;
  if (zero === 0x30) return (text) => text;
  return (text) => text.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));
}

function systemOf(locale: string): string {
  const wish = /-u(?:-\w+)*?-nu-(\w+)/i.exec(locale)?.[1];
  if (wish !== undefined) return wish.toLowerCase();
  if (LATIN_DIGITS_IN_ARABIC.test(locale)) return 'latn';
  return BY_LANGUAGE[locale.split('-')[0]?.toLowerCase() ?? ''] ?? 'latn';
}
