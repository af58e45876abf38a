import type { School } from '@hallboard/shared';
import type { Box } from '../layouts/arrange.js';
import { isBreakable, type Step, wrap } from '../text/fit.js';

const BODY_GAP = 12;
/** Arabic letters need more height. */
const LINE_HEIGHTS = {
  ltr: { title: 1.15, body: 1.3 },
  rtl: { title: 1.3, body: 1.35 },
};

/** The steps of a title and of what is below it. */
export type Pair = readonly [title: Step, body: Step];

/** From the largest type to the smallest. */
export const PAIRS: readonly Pair[] = [
  [132, 56],
  [84, 56],
  [84, 40],
  [56, 40],
  [40, 40],
  [40, 28],
  [28, 28],
];
const SMALLEST: Pair = [28, 28];
const READ_FROM_AFAR = 40;
/** A page of a long text has at least so many lines of it. */
const FEWEST_LINES = 3;

/** What a page is written from. */
interface NoticeText {
  readonly title: string;
  readonly body?: string | undefined;
}

/** A notice, or the part of a long one that fits. */
export interface NoticePage<T> {
  readonly item: T;
  readonly titleStep: Step;
  readonly bodyStep: Step;
  /** Empty where there is none. */
  readonly body: string;
}

/**
 * A notice as pages, none of which has to be cut: a long text goes on, on the next one.
 * @param room what the text has, in units.
 * @param pairs from the largest to the smallest; the last two bear pages.
 */
export function noticePages<T>(
  item: T,
  text: NoticeText,
  { width, height }: Pick<Box, 'width' | 'height'>,
  direction: School['direction'],
  pairs = PAIRS,
): readonly NoticePage<T>[] {
  const { title } = text;
  const lineHeight = LINE_HEIGHTS[direction];
  const body = (text.body ?? '').trim();
  const linesUnder = ([titleStep, bodyStep]: Pair): number => {
    const titleHeight = wrap(title, titleStep, width).length * titleStep * lineHeight.title;
    return Math.floor((height - titleHeight - BODY_GAP) / (bodyStep * lineHeight.body));
  };
  const linesOf = (step: Step): readonly string[] => wrap(body, step, width, 'regular');
  const inPages =
    (count: number) =>
    (pair: Pair): boolean => {
      const lines = body === '' ? 0 : linesOf(pair[1]).length;
      const least = Math.max(Math.ceil(lines / count), Math.min(lines, FEWEST_LINES));
      return isBreakable(title, pair[0], width) && linesUnder(pair) >= least;
    };

  const large = pairs.filter(([, bodyStep]) => bodyStep >= READ_FROM_AFAR);
  const pair =
    large.find(inPages(1)) ||
    // Two pages that are read from afar rather than one that is not.
    large.find(inPages(2)) ||
    pairs.find(inPages(1)) ||
    pairs.slice(-2).find(inPages(Infinity)) ||
    SMALLEST;
  const [titleStep, bodyStep] = pair;
  const lines = linesOf(bodyStep);
  const capacity = Math.max(1, linesUnder(pair));
  // Pages of equal length: no last one with a lonely line.
  const size = Math.ceil(lines.length / Math.ceil(lines.length / capacity));
  const pages: NoticePage<T>[] = [];
  for (let from = 0; from < lines.length; from += size) {
    const part = lines
      .slice(from, from + size)
      .join('')
      .trim();
    pages.push({ item, titleStep, bodyStep, body: part });
  }
  return pages;
}
