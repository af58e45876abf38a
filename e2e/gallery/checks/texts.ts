/** Where something is on the page, in CSS pixels. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A text of the page, and where its ink is, line by line. */
export interface Text {
  readonly text: string;
  readonly element: HTMLElement;
  readonly lines: readonly Rect[];
}

const canvas = document.createElement('canvas').getContext('2d');

/** What is there to be said, and not to be seen. */
const UNSEEN = '.hb-said';

/** Every text that is seen: letters and digits, for a dot between two texts is read by nobody. */
export function textsIn(root: Element): readonly Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    const element = node.parentElement;
    if (element === null || !/[\p{L}\p{N}]/u.test(text)) continue;
    const lines = inkOf(linesOf(node), text, element);
    if (lines.length > 0 && isVisible(element)) texts.push({ text, element, lines });
  }
  return texts;
}

function isVisible(element: HTMLElement): boolean {
  return getComputedStyle(element).visibility === 'visible' && element.closest(UNSEEN) === null;
}

/** A part of a text that stands on one line and runs one way: its letters, and its box. */
interface Line {
  text: string;
  readonly box: DOMRect;
}

function linesOf(node: Node): readonly Line[] {
  const range = document.createRange();
  range.selectNodeContents(node);
  const lines = Array.from(range.getClientRects(), (box): Line => ({ text: '', box }));
  let at = 0;
  for (const character of node.textContent ?? '') {
    range.setStart(node, at);
    at += character.length;
    range.setEnd(node, at);
    const { left, width, top, height } = range.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const line = lines.find(
      ({ box }) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom,
    );
    // Space that a line's end has swallowed has no place of its own.
    if (line !== undefined && height > 0) line.text += character;
  }
  return lines;
}

/** Letters reach further than their line may be high, and less far than their font could. */
function inkOf(lines: readonly Line[], whole: string, element: Element): readonly Rect[] {
  if (canvas === null) return lines.map(({ box }) => box);
  const { fontWeight, fontSize, fontFamily, letterSpacing } = getComputedStyle(element);
  canvas.font = `${fontWeight} ${fontSize} ${fontFamily}`;
  canvas.letterSpacing = letterSpacing === 'normal' ? '0px' : letterSpacing;
  canvas.textAlign = 'left';
  return lines.map(({ text, box: { left, right, top } }) => {
    const ink = canvas.measureText(text.trim() || whole);
    const baseline = top + ink.fontBoundingBoxAscent;
    return {
      left: Math.max(left, left - ink.actualBoundingBoxLeft),
      right: Math.min(right, left + ink.actualBoundingBoxRight),
      top: baseline - ink.actualBoundingBoxAscent,
      bottom: baseline + ink.actualBoundingBoxDescent,
    };
  });
}
