/**
 * Looks at every text of the page as a reader would. Runs in the page, so it holds everything that
 * it needs.
 * @returns {string[]} what is wrong.
 */
export function checkTexts() {
  const MUST_READ = 7;
  const READABLE = 4.5;
  const SMALLEST_UNITS = 28;
  const root = document.querySelector('.hb');
  if (root === null) return ['nothing is mounted'];
  const unitPx = Number.parseFloat(getComputedStyle(root).getPropertyValue('--u'));
  const problems = [];

  const parse = (color) => (color.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (color) => {
    const [red, green, blue] = parse(color).map((part) => {
      const value = part / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (a, b) => {
    const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (light + 0.05) / (dark + 0.05);
  };
  const groundOf = (element) => {
    const color = getComputedStyle(element).backgroundColor;
    const isOpaque = (parse(color)[3] ?? 1) === 1;
    return isOpaque || element.parentElement === null ? color : groundOf(element.parentElement);
  };
  // Where the ink of a line is: letters reach further than their line may be high.
  const canvas = document.createElement('canvas').getContext('2d');
  const inkOf = (text, style, rect) => {
    if (canvas === null) return rect;
    canvas.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const ink = canvas.measureText(text);
    const baseline = rect.top + ink.fontBoundingBoxAscent;
    return {
      left: rect.left,
      right: rect.right,
      top: baseline - ink.actualBoundingBoxAscent,
      bottom: baseline + ink.actualBoundingBoxDescent,
    };
  };
  const clipperOf = (element, ink) => {
    for (let at = element; at !== null && root.contains(at); at = at.parentElement) {
      if (getComputedStyle(at).overflow !== 'hidden') continue;
      const box = at.getBoundingClientRect();
      const over = Math.max(
        box.left - ink.left,
        ink.right - box.right,
        box.top - ink.top,
        ink.bottom - box.bottom,
      );
      if (over > 1) return at;
    }
    return undefined;
  };

  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    const element = node.parentElement;
    if (element === null || !/[\p{L}\p{N}]/u.test(text)) continue;
    const style = getComputedStyle(element);
    const size = Number.parseFloat(style.fontSize) / unitPx;
    if (size < SMALLEST_UNITS - 0.1) problems.push(`"${text}" is ${size.toFixed(1)} units high`);

    const ratio = contrast(style.color, groundOf(element));
    const isRest = element.closest('.is-past, .hb-block.is-now, .hb-kicker .is-now') !== null;
    const least = isRest ? READABLE : MUST_READ;
    if (ratio < least) problems.push(`"${text}" has a contrast of ${ratio.toFixed(2)}`);

    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      const clipper = clipperOf(element, inkOf(text, style, rect));
      if (clipper === undefined) continue;
      problems.push(`"${text}" is cut by .${clipper.className}`);
      break;
    }
  }
  return problems;
}
