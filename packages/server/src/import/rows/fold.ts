const ARABIC_INDIC_ZERO = 0x660;
const PERSIAN_ZERO = 0x6f0;

/** Letters that people write in two ways, and no decomposition joins. */
const SAME: Readonly<Record<string, string>> = { ı: 'i', ß: 'ss', ة: 'ه', ى: 'ي', ـ: '' };

/** Writes the digits of Arabic and Persian as 0 to 9. */
export function asciiDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (code < PERSIAN_ZERO ? ARABIC_INDIC_ZERO : PERSIAN_ZERO));
  });
}

/**
 * @returns a text as words are compared: letters and digits alone, without case and accents. What
 * stands between two numbers is kept, or 1/11 and 11/1 were one class.
 */
export function fold(text: string): string {
  return asciiDigits(text)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[ıßةىـ]/g, (letter) => SAME[letter] ?? letter)
    .replace(/((?<=\p{N})[^\p{L}\p{N}]+(?=\p{N}))|[^\p{L}\p{N}]+/gu, (_, amid) => (amid ? '-' : ''))
    .replace(/^ال(?=..)/, '');
}
