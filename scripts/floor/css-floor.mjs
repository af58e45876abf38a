/**
 * What Chromium 64 does not know, by what it is called in the built style sheet. A browser drops a
 * declaration that it does not know, or a whole rule, and says nothing.
 * @type {Readonly<Record<string, RegExp>>}
 */
const ABOVE_THE_FLOOR = {
  // As a property of grids it has been known since 66, of flex boxes since 84.
  gap: /[;{](row-|column-)?gap:/,
  'aspect-ratio': /[;{]aspect-ratio:/,
  inset: /[;{]inset(-[a-z-]+)?:/,
  'logical edges': /[;{](margin|padding|border)-(inline|block)(-start|-end)?(-[a-z]+)?:/,
  'single transforms': /[;{](translate|rotate|scale):/,
  'clamp, min or max': /[:\s,(](clamp|min|max)\(/,
  'overflow: clip': /overflow(-[xy])?:clip/,
  ':has, :is, :where': /:(has|is|where)\(/,
  ':focus-visible': /:focus-visible/,
  'units of the visible viewport': /\d(dvh|svh|lvh|dvw|svw|lvw)\b/,
  'container queries': /@container|\d(cqw|cqh|cqi|cqb|cqmin|cqmax)\b/,
  layers: /@layer/,
  nesting: /[{;]\s*&/,
  'newer colours': /color-mix\(|oklch\(|oklab\(|\blab\(|\blch\(|rgba?\(\s*[\d.]+\s+[\d.]/,
  'media query ranges': /@media[^{]*[<>]/,
  'prefers-contrast': /prefers-contrast/,
};

/**
 * @param {string} css as built, without comments.
 * @returns {readonly string[]} the names of what is used and above the floor.
 */
export function cssAboveTheFloor(css) {
  return Object.keys(ABOVE_THE_FLOOR).filter((name) => ABOVE_THE_FLOOR[name]?.test(css));
}
