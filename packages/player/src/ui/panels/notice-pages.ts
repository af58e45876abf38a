import type { Announcement } from '@hallboard/shared';
import type { Box } from '../layouts/arrange.js';
import { type Step, textWidth, wrap } from '../text/fit.js';

const PADDING = 36;
const TITLE_LINE = 1.3;
const BODY_LINE = 1.35;
const BODY_GAP = 12;
const URGENT_LINE_HEIGHT = 52;

/** From the largest type to the smallest; the last is then turned page by page. */
const WITH_BODY: readonly (readonly [title: Step, body: Step])[] = [
  [84, 56],
  [56, 40],
  [40, 40],
  [40, 28],
];
const ALONE: readonly (readonly [title: Step, body: Step])[] = [
  [132, 28],
  [84, 28],
  [56, 28],
  [40, 28],
  [28, 28],
];

/** A notice, or the part of a long one that fits. */
export interface NoticePage {
  readonly notice: Announcement;
  readonly titleStep: Step;
  readonly bodyStep: Step;
  /** Empty where there is none. */
  readonly body: string;
}

/** A notice as pages, none of which has to be cut: a long text goes on, on the next one. */
export function noticePages(notice: Announcement, box: Box): readonly NoticePage[] {
  const { title, body = '', level } = notice;
  const width = box.width - 2 * PADDING;
  const height = box.height - 2 * PADDING - (level === 'urgent' ? URGENT_LINE_HEIGHT : 0);
  const spaceUnder = (titleStep: Step): number =>
    height - BODY_GAP - wrap(title, titleStep, width).length * titleStep * TITLE_LINE;

  const pairs = body === '' ? ALONE : WITH_BODY;
  const fits = ([titleStep, bodyStep]: readonly [Step, Step]): boolean => {
    const lines = body === '' ? 0 : wrap(body, bodyStep, width).length;
    const isWide = title.split(/\s+/).every((word) => textWidth(word, titleStep) <= width);
    return isWide && lines * bodyStep * BODY_LINE <= spaceUnder(titleStep);
  };
  const [titleStep, bodyStep] = pairs.find(fits) ?? [40, 28];

  const lines = wrap(body, bodyStep, width);
  const capacity = Math.max(1, Math.floor(spaceUnder(titleStep) / (bodyStep * BODY_LINE)));
  const pages: NoticePage[] = [];
  for (let from = 0; from < lines.length; from += capacity) {
    const part = lines.slice(from, from + capacity).join(' ');
    pages.push({ notice, titleStep, bodyStep, body: part });
  }
  return pages;
}
