import type { Layout } from '@hallboard/shared';
import type { Shape } from '../stage.js';
import { area, column, type LayoutNode, row } from './layout.js';

/** A layout for screens that are wide and for those that stand upright. */
interface LayoutSpec {
  readonly landscape: LayoutNode;
  readonly portrait: LayoutNode;
}

const LANDSCAPE_HEADER = area(['header'], 112);
const PORTRAIT_HEADER = area(['header'], 176);
const TIMELINE = area(['timeline'], 88);
const TICKER = area(['ticker'], 72);

/** The whole day at a glance: what is on is the hero, the rest is quiet. */
const board: LayoutSpec = {
  landscape: column([
    LANDSCAPE_HEADER,
    area(['now'], 340, 1),
    TIMELINE,
    row(
      [area(['announcements'], 0, 5), area(['classes', 'cover', 'duty', 'honours', 'media'], 0, 7)],
      344,
      2,
    ),
  ]),
  portrait: column([
    PORTRAIT_HEADER,
    area(['now'], 618, 1),
    TIMELINE,
    area(['announcements'], 340, 2),
    area(['classes', 'cover', 'duty', 'honours', 'media'], 474, 2),
  ]),
};

/** Notices first, as for an entrance; the day stays in sight. */
const announcements: LayoutSpec = {
  landscape: column([
    LANDSCAPE_HEADER,
    area(['announcements'], 412, 3),
    area(['now'], 272, 2),
    TIMELINE,
  ]),
  portrait: column([
    PORTRAIT_HEADER,
    area(['announcements'], 600, 3),
    area(['now'], 600, 2),
    TIMELINE,
  ]),
};

/** A wall: pictures and videos first and large, and the notices run below. */
const media: LayoutSpec = {
  landscape: column([
    LANDSCAPE_HEADER,
    row([area(['media', 'honours'], 400, 8), area(['now'], 680, 1)], 0, 1),
    TICKER,
  ]),
  portrait: column([
    PORTRAIT_HEADER,
    area(['media'], 480, 2),
    area(['now'], 600),
    TIMELINE,
    area(['honours', 'cover', 'duty'], 340, 1),
    TICKER,
  ]),
};

/** For one class or one room: its lesson, its changes. */
const focus: LayoutSpec = {
  landscape: column([
    LANDSCAPE_HEADER,
    area(['now'], 340, 1),
    TIMELINE,
    row([area(['classes'], 0, 5), area(['cover', 'announcements'], 0, 7)], 344, 2),
  ]),
  portrait: column([
    PORTRAIT_HEADER,
    area(['now'], 600, 1),
    TIMELINE,
    area(['classes'], 300, 1),
    area(['cover', 'announcements'], 400, 2),
  ]),
};

const LAYOUTS: Readonly<Record<Layout, LayoutSpec>> = {
  board,
  portrait: board,
  announcements,
  media,
  class: focus,
};

/** The composition of a named layout for a screen's shape. */
export function layoutOf(name: Layout, shape: Shape): LayoutNode {
  return LAYOUTS[name][shape === 'portrait' ? 'portrait' : 'landscape'];
}
