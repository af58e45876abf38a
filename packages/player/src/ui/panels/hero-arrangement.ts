import type { School } from '@hallboard/shared';
import { type Box, GAP } from '../layouts/arrange.js';
import { fitStep, type Step } from '../text/fit.js';
import type { Hero } from './hero.js';

/** What goes beside the hero when it has a column of its own, in units. */
const ASIDE_WIDTH = 400;

const PADDING = 36;
const PADDING_ABOVE = 12;
const KICKER_HEIGHT = 73;
const ASIDE_LINE_HEIGHT = 76;
const COLUMN_GAP = 56;
/** As wide as the times of a slot. */
const TIMES = ' 00:00 – 00:00';
const STACKED_RING = 264;
const RINGS = [400, STACKED_RING];

/** How the hero's panel is filled; lengths in units. */
export interface HeroArrangement {
  /** The aside in a column beside the hero, on a line below it, or all below one another. */
  readonly arrangement: 'columns' | 'line' | 'stack';
  /** The ring's diameter. */
  readonly ring: number;
  /** What the title and the line below it have. */
  readonly heroWidth: number;
  /** The aside's column beside the ring, where there is room for it. */
  readonly asideWidth: number;
  readonly titleStep: Step;
  /** Of the line above the title. */
  readonly kickerStep: Step;
}

/** Fits a hero into its box: the title as large as it goes, and then the ring. */
export function arrangeHero(hero: Hero, school: School, box: Box): HeroArrangement {
  const arrangement = box.width < 1200 ? 'stack' : box.width < 1700 ? 'line' : 'columns';
  return (arrangement === 'stack' ? [STACKED_RING] : RINGS)
    .map((ring) => arrangeBeside(Math.min(ring, box.height - 48), arrangement, hero, school, box))
    .reduce((best, each) => (each.titleStep > best.titleStep ? each : best));
}

function arrangeBeside(
  ring: number,
  arrangement: HeroArrangement['arrangement'],
  hero: Hero,
  school: School,
  box: Box,
): HeroArrangement {
  const ringWidth = hero.countdown === undefined ? 0 : ring + COLUMN_GAP;
  const asideSpace = hero.aside === undefined ? 0 : ASIDE_WIDTH + COLUMN_GAP;
  const asideHeight = hero.aside === undefined ? 0 : ASIDE_LINE_HEIGHT;
  const beside = { columns: ringWidth + asideSpace, line: ringWidth, stack: 0 };
  const rest = hero.countdown || hero.aside ? ring + GAP : 0;
  const below = { columns: 0, line: asideHeight, stack: rest };

  const heroWidth = box.width - 2 * PADDING - beside[arrangement];
  const height = box.height - 2 * PADDING_ABOVE - KICKER_HEIGHT - below[arrangement];
  // Arabic letters need more height.
  const lineHeight = school.direction === 'rtl' ? 1.25 : 1.05;
  const lines = (step: Step): number => Math.floor(height / (step * lineHeight));
  const titleStep = fitStep(hero.title, [188, 132, 84, 56], {
    width: heroWidth,
    lines: { 188: Math.min(1, lines(188)), 132: lines(132), 84: lines(84), 56: lines(56) },
  });
  const asideWidth = Math.min(ASIDE_WIDTH, box.width - 2 * PADDING - ringWidth);
  const kicker = hero.slot === undefined ? hero.kicker : hero.kicker + TIMES;
  const kickerStep = fitStep(kicker, [56, 40, 28], { width: heroWidth });
  return { arrangement, ring, heroWidth, asideWidth, titleStep, kickerStep };
}
