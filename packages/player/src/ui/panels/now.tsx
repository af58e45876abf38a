import type { Frame } from '../frame.js';
import type { Box } from '../layouts/arrange.js';
import { Content } from '../parts/content.js';
import { Digits } from '../parts/digits.js';
import { Parts } from '../parts/parts.js';
import { Ring } from '../parts/ring.js';
import { TimeRange } from '../parts/time-range.js';
import { units } from '../parts/units.js';
import { countdownAt } from '../text/countdown.js';
import { fitStep, type Step } from '../text/fit.js';
import { type Aside, type Hero, heroOf, type Span } from './hero.js';
import type { Panel, PanelProps } from './panel.js';

const PADDING = 48;
const PADDING_ABOVE = 20;
const KICKER_HEIGHT = 62;
const ASIDE_LINE_HEIGHT = 76;
const COLUMN_GAP = 56;
const ASIDE_WIDTH = 400;
const LARGEST_RING = 320;
const STACKED_RING = 264;
const STILL_MS = 60_000;

/** Beside the hero, on a line below it, or all below one another. */
type Arrangement = 'columns' | 'line' | 'stack';

/** The hero: what is on now and how long it lasts, or what comes and when. */
export const now: Panel = {
  isShown: () => true,
  pages: () => 1,
  View: Now,
};

function Now({ frame, scene, box }: PanelProps) {
  const hero = heroOf(scene, frame);
  const { countdown, aside, slot } = hero;
  const arrangement = arrangementIn(box);
  const ring = arrangement === 'stack' ? STACKED_RING : Math.min(box.height - 48, LARGEST_RING);
  const isStill = countdown !== undefined && countdown.toMs - frame.nowMs <= STILL_MS;
  const isBeside = arrangement !== 'line';
  return (
    <section
      class={`hb-panel hb-now is-${arrangement}${isStill ? ' is-still' : ''}`}
      aria-label={hero.kicker}
    >
      <div key={hero.title} class="hb-hero hb-enter">
        <p class="hb-kicker t56">
          <strong class={hero.isNow ? 'is-now' : ''}>{hero.kicker}</strong>{' '}
          {slot && <TimeRange slot={slot} numerals={frame.numerals} />}
        </p>
        <h2 class={`hb-title t${titleStep(hero, frame, box, ring)}`}>
          <Content text={hero.title} />
        </h2>
        {aside && !isBeside && <AsideLine aside={aside} frame={frame} />}
      </div>
      {(countdown || (aside && isBeside)) && (
        <div class="hb-now-rest">
          {countdown && <CountdownRing span={countdown} size={ring} hero={hero} frame={frame} />}
          {aside && isBeside && <AsideColumn aside={aside} frame={frame} />}
        </div>
      )}
    </section>
  );
}

function arrangementIn({ width }: Box): Arrangement {
  if (width < 1200) return 'stack';
  return width < 1700 ? 'line' : 'columns';
}

function titleStep(hero: Hero, frame: Frame, box: Box, ring: number): Step {
  const arrangement = arrangementIn(box);
  const ringWidth = hero.countdown === undefined ? 0 : ring + COLUMN_GAP;
  const asideWidth = hero.aside === undefined ? 0 : ASIDE_WIDTH + COLUMN_GAP;
  const beside = { columns: ringWidth + asideWidth, line: ringWidth, stack: 0 };
  const below = { columns: 0, line: hero.aside === undefined ? 0 : ASIDE_LINE_HEIGHT, stack: ring };
  const width = box.width - 2 * PADDING - beside[arrangement];
  const height = box.height - 2 * PADDING_ABOVE - KICKER_HEIGHT - below[arrangement];
  const lineHeight = frame.school.direction === 'rtl' ? 1.25 : 1.05;
  const lines = (step: Step): number => Math.floor(height / (step * lineHeight));
  return fitStep(hero.title, [188, 132, 84, 56], {
    width,
    lines: { 188: Math.min(1, lines(188)), 132: lines(132), 84: lines(84), 56: lines(56) },
  });
}

interface CountdownProps extends Pick<PanelProps, 'frame'> {
  readonly span: Span;
  readonly size: number;
  readonly hero: Hero;
}

function CountdownRing({ span, size, hero, frame }: CountdownProps) {
  const { number, unit, share } = countdownAt(span, frame.nowMs, frame.messages);
  const step = fitStep(number, [132, 84, 56], { width: size * 0.72 });
  return (
    <div class="hb-countdown" style={{ width: units(size), height: units(size) }}>
      <Ring share={share} isNow={hero.isNow}>
        <span class={`hb-countdown-number t${step}`}>
          <Digits text={frame.numerals(number)} />
        </span>
        <span class="t28">{unit}</span>
      </Ring>
    </div>
  );
}

function AsideColumn({ aside, frame }: Pick<PanelProps, 'frame'> & { readonly aside: Aside }) {
  const step = fitStep(aside.title, [84, 56, 40], {
    width: ASIDE_WIDTH,
    lines: { 56: 2, 40: 3 },
  });
  return (
    <div class="hb-aside" style={{ width: units(ASIDE_WIDTH) }}>
      <p class="t40 hb-muted">{aside.label}</p>
      <p class={`hb-aside-title t${step}`}>
        <Content text={aside.title} />
      </p>
      {aside.slot && (
        <p class="t40 hb-muted">
          <TimeRange slot={aside.slot} numerals={frame.numerals} />
        </p>
      )}
      {aside.details?.map((text) => (
        <p key={text} class="t40 hb-muted">
          <Content text={text} />
        </p>
      ))}
    </div>
  );
}

function AsideLine({ aside, frame }: Pick<PanelProps, 'frame'> & { readonly aside: Aside }) {
  return (
    <p class="hb-aside-line t56">
      <span class="t40 hb-muted">{aside.label}</span>{' '}
      <strong>
        <Content text={aside.title} />
      </strong>{' '}
      <span class="t40 hb-muted">
        {aside.slot && <TimeRange slot={aside.slot} numerals={frame.numerals} />}
        {aside.details && <Parts texts={aside.details} />}
      </span>
    </p>
  );
}
