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
    const range = document.createRange();
    range.selectNodeContents(node);
    const lines = inkOfLines(Array.from(range.getClientRects()), text, element);
    if (lines.length > 0 && isVisible(element)) texts.push({ text, element, lines });
  }
  return texts;
}

function isVisible(element: HTMLElement): boolean {
  return getComputedStyle(element).visibility === 'visible' && element.closest(UNSEEN) === null;
}

/** Letters reach further than their line may be high, and less far than their font could. */
function inkOfLines(boxes: readonly DOMRect[], text: string, element: Element): readonly Rect[] {
  if (canvas === null) return boxes;
  const { fontWeight, fontSize, fontFamily, letterSpacing } = getComputedStyle(element);
  canvas.font = `${fontWeight} ${fontSize} ${fontFamily}`;
  canvas.letterSpacing = letterSpacing === 'normal' ? '0px' : letterSpacing;
  canvas.textAlign = 'left';
  const ink = canvas.measureText(text);
  return boxes.map(({ left, right, top }) => {
    const baseline = top + ink.fontBoundingBoxAscent;
    return {
      // What one line of several holds is not known; it fills its box.
      left: boxes.length === 1 ? Math.max(left, left - ink.actualBoundingBoxLeft) : left,
      right: boxes.length === 1 ? Math.min(right, left + ink.actualBoundingBoxRight) : right,
      top: baseline - ink.actualBoundingBoxAscent,
      bottom: baseline + ink.actualBoundingBoxDescent,
    };
  });
}
