import { contrast, fillOf, groundOf, inkOf } from './colors.js';
import { type Rect, type Text, textsIn } from './texts.js';

/** What must be read has at least the first contrast, what is over or stands on the accent the other. */
const MUST_READ = 7;
const READABLE = 4.5;
const THE_REST = '.is-past, .hb-block.is-now, .hb-kicker .is-now';
/** Of the page that is shown, among its dots; the others are quieter. */
const SIGN = 3;
const SMALLEST_UNITS = 28;
/** The margin of 56, less the four by which the picture wanders. */
const MARGIN_UNITS = 52;
/** Of the ring's plane, from its middle to the stroke. */
const INNER_RADIUS = 0.425;
/** Less is a matter of rounding, in CSS pixels. */
const SLACK_PX = 1;
/** How much of its height a line may share with the next one. */
const TOUCHING = 0.15;

/** Looks at every text of the page as a reader would. @returns what is wrong. */
export function checkPage(): readonly string[] {
  const root = document.querySelector('.hb');
  if (root === null) return ['nothing is mounted'];
  const unitPx = Number.parseFloat(getComputedStyle(root).getPropertyValue('--u'));
  const texts = textsIn(root);
  const checks = [
    (text: Text) => sizeOf(text, unitPx),
    contrastOf,
    (text: Text) => cutOf(text, root),
    (text: Text) => marginOf(text, root, unitPx),
    ringOf,
  ];
  const problems = texts.flatMap((text) => checks.map((check) => check(text)));
  return [...problems, ...overlaps(texts), ...pagersIn(root)].filter(
    (problem) => problem !== undefined,
  );
}

function sizeOf({ text, element }: Text, unitPx: number): string | undefined {
  const size = Number.parseFloat(getComputedStyle(element).fontSize) / unitPx;
  return size < SMALLEST_UNITS - 0.1 ? `"${text}" is ${size.toFixed(1)} units high` : undefined;
}

function contrastOf({ text, element }: Text): string | undefined {
  const ratio = contrast(inkOf(element), groundOf(element));
  const least = element.closest(THE_REST) === null ? MUST_READ : READABLE;
  return ratio < least ? `"${text}" has a contrast of ${ratio.toFixed(2)}` : undefined;
}

/** Whether the dot of the page that is shown is the one that is seen. */
function pagersIn(root: Element): readonly string[] {
  const weightOf = (dot: Element): number =>
    contrast(fillOf(dot), groundOf(dot.parentElement ?? root));
  return [...root.querySelectorAll('.hb-pager')].flatMap((pager) => {
    const dots = [...pager.children];
    const shown = Math.max(
      ...dots.filter((dot) => dot.matches('.is-shown')).map((dot) => weightOf(dot)),
    );
    const others = dots.filter((dot) => !dot.matches('.is-shown')).map((dot) => weightOf(dot));
    const isSeen = shown >= SIGN && others.every((other) => other < shown);
    return isSeen ? [] : [`a pager shows its page at ${shown.toFixed(1)}, others at ${others}`];
  });
}

/** Whether a text reaches out of what clips it, or ends in an ellipsis. */
function cutOf({ text, element, lines }: Text, root: Element): string | undefined {
  for (let at: Element | null = element; at !== null && root.contains(at); at = at.parentElement) {
    const { overflow, textOverflow } = getComputedStyle(at);
    if (overflow !== 'hidden') continue;
    const box = at.getBoundingClientRect();
    const isShortened = textOverflow === 'ellipsis' && at.scrollWidth > at.clientWidth + SLACK_PX;
    const isOut = lines.some((line) => beyond(line, box) > SLACK_PX);
    if (isShortened || isOut) return `"${text}" is cut by .${at.className}`;
  }
  return undefined;
}

function marginOf({ text, lines }: Text, root: Element, unitPx: number): string | undefined {
  const { left, top, right, bottom } = root.getBoundingClientRect();
  const margin = MARGIN_UNITS * unitPx;
  const safe = {
    left: left + margin,
    top: top + margin,
    right: right - margin,
    bottom: bottom - margin,
  };
  const out = Math.max(...lines.map((line) => beyond(line, safe)));
  return out > SLACK_PX ? `"${text}" stands ${out.toFixed(0)} px in the margin` : undefined;
}

/** Whether a text inside of a ring reaches into it: its corners are the first to. */
function ringOf({ text, element, lines }: Text): string | undefined {
  const ring = element.closest('.hb-ring');
  if (ring === null) return undefined;
  const { left, top, width, height } = ring.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const isIn = lines.some((line) =>
    [line.left, line.right].some((side) =>
      [line.top, line.bottom].some(
        (end) => Math.hypot(side - x, end - y) > INNER_RADIUS * width + SLACK_PX,
      ),
    ),
  );
  return isIn ? `"${text}" reaches into the ring` : undefined;
}

/** How far one reaches out of the other, in CSS pixels. */
function beyond(inner: Rect, outer: Rect): number {
  return Math.max(
    outer.left - inner.left,
    inner.right - outer.right,
    outer.top - inner.top,
    inner.bottom - outer.bottom,
  );
}

function overlaps(texts: readonly Text[]): readonly string[] {
  return texts.flatMap((one, index) =>
    texts
      .slice(index + 1)
      .filter((other) => one.lines.some((line) => other.lines.some((its) => meet(line, its))))
      .map((other) => `"${one.text}" and "${other.text}" overlap`),
  );
}

/** The highest letter of one line may touch the deepest one of another: what matters is more. */
function meet(one: Rect, other: Rect): boolean {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  const lower = Math.min(one.bottom - one.top, other.bottom - other.top);
  return across > SLACK_PX && down > lower * TOUCHING;
}
