/** Red, green and blue, 0 to 255, and how opaque, 0 to 1. */
export type Color = readonly [red: number, green: number, blue: number, alpha: number];

/** Of the browser, behind all. */
const WHITE: Color = [255, 255, 255, 1];

/** A colour as `getComputedStyle` writes it: `rgb(13, 19, 30)` or `rgba(0, 0, 0, 0.5)`. */
function parseColor(text: string): Color {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue, alpha];
}

/** The contrast ratio of WCAG 2, 1 to 21, of two colours that nothing shines through. */
export function contrast(one: Color, other: Color): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** What is seen where a colour lies over another, which nothing shines through. */
function over([red, green, blue, alpha]: Color, ground: Color): Color {
  const mix = (part: number, below: number): number => part * alpha + below * (1 - alpha);
  return [mix(red, ground[0]), mix(green, ground[1]), mix(blue, ground[2]), 1];
}

/** What is behind an element's text: the backgrounds of it and of what it stands in. */
export function groundOf(element: Element): Color {
  const color = parseColor(getComputedStyle(element).backgroundColor);
  const parent = element.parentElement;
  if (color[3] === 1) return color;
  return over(color, parent === null ? WHITE : groundOf(parent));
}

/** What is seen of an element that is all background, with the opacity of it and of what is around. */
export function fillOf(element: Element): Color {
  const [red, green, blue, alpha] = parseColor(getComputedStyle(element).backgroundColor);
  const ground = element.parentElement === null ? WHITE : groundOf(element.parentElement);
  return over([red, green, blue, alpha * opacityOf(element)], ground);
}

/** The colour of an element's text as it is seen, with what is left of it by the opacity around. */
export function inkOf(element: Element): Color {
  const [red, green, blue, alpha] = parseColor(getComputedStyle(element).color);
  return over([red, green, blue, alpha * opacityOf(element)], groundOf(element));
}

function opacityOf(element: Element): number {
  const own = Number(getComputedStyle(element).opacity);
  return element.parentElement === null ? own : own * opacityOf(element.parentElement);
}

function luminance([red, green, blue]: Color): number {
  const linear = (part: number): number => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
