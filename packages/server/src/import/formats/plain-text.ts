const ELEMENTS = 'a|b|br|div|em|h[1-6]|html-blob|i|li|ol|p|span|strong|u|ul';
const MARKUP = new RegExp(`</?(?:${ELEMENTS})\\b[^<>]*>`, 'i');
const ENDS_A_LINE = /<(?:br|\/(?:div|h[1-6]|li|p))\b[^<>]*>/gi;
const ANY = new RegExp(MARKUP.source, 'gi');

const CHARACTERS: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  '#39': "'",
  gt: '>',
  lt: '<',
  nbsp: ' ',
  quot: '"',
};

/**
 * Some calendars write what an event is about as a web page would: a wall shows text.
 * @returns the text without its markup, a line for each paragraph; one without any stays as it is.
 */
export function plainText(text: string): string {
  if (!MARKUP.test(text)) return text.trim();
  return text
    .replace(ENDS_A_LINE, '\n')
    .replace(ANY, '')
    .replace(/&([a-z]+|#39);/gi, (whole, name: string) => CHARACTERS[name.toLowerCase()] ?? whole)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}
