import { Content } from '../parts/content.js';
import { Digits } from '../parts/digits.js';
import { Ring } from '../parts/ring.js';
import { TimeRange } from '../parts/time-range.js';
import { units } from '../parts/units.js';
import { countdownAt } from '../text/countdown.js';
import { fitStep, textWidth } from '../text/fit.js';
import { AsideColumn, AsideLine } from './aside.js';
import { type Hero, heroOf, type Span } from './hero.js';
import { arrangeHero } from './hero-arrangement.js';
import type { Panel, PanelProps } from './panel.js';

/** The hero: what is on now and how long it lasts, or what comes and when. */
export const now: Panel = {
  isShown: () => true,
  pages: () => 1,
  View: Now,
};

function Now({ frame, scene, box }: PanelProps) {
  const hero = heroOf(scene, frame);
  const { countdown, aside, slot } = hero;
  const { arrangement, ring, heroWidth, asideWidth, titleStep, kickerStep } = arrangeHero(
    hero,
    frame.school,
    box,
  );
  const isBeside = arrangement !== 'line';
  return (
    <section class={`hb-panel hb-now is-${arrangement}`} aria-label={hero.kicker}>
      <div key={hero.title} class="hb-hero hb-enter">
        <p class={`hb-kicker t${kickerStep}`}>
          <strong class={hero.isNow ? 'is-now' : ''}>{hero.kicker}</strong>{' '}
          {slot && <TimeRange slot={slot} numerals={frame.numerals} />}
        </p>
        <h2 class={`hb-title t${titleStep}`}>
          <Content text={hero.title} />
        </h2>
        {aside && !isBeside && <AsideLine aside={aside} frame={frame} width={heroWidth} />}
      </div>
      {(countdown || (aside && isBeside)) && (
        <div key={`${hero.title}/${countdown?.toMs}`} class="hb-now-rest">
          {countdown && <CountdownRing span={countdown} size={ring} hero={hero} frame={frame} />}
          {aside && isBeside && <AsideColumn aside={aside} frame={frame} width={asideWidth} />}
        </div>
      )}
    </section>
  );
}

interface CountdownProps extends Pick<PanelProps, 'frame'> {
  readonly span: Span;
  readonly size: number;
  readonly hero: Hero;
}

function CountdownRing({ span, size, hero, frame }: CountdownProps) {
  const { number, unit, share } = countdownAt(span, frame.nowMs, frame.messages);
  // Below a large number the ring is narrower: there the unit must have room too.
  const isRoomy = size > 240 && textWidth(unit, 28, 'regular') <= size - 108;
  const step = fitStep(number, isRoomy ? [132, 84, 56] : [84, 56], { width: size * 0.72 });
  return (
    <div class="hb-countdown" style={{ width: units(size), height: units(size) }}>
      <Ring share={share} isNow={hero.isNow}>
        <span key={`${step}/${number.length}`} class={`hb-countdown-number t${step}`}>
          <Digits text={frame.numerals(number)} />
        </span>
        <span key={`${step}/${unit}`} class="t28">
          {unit}
        </span>
      </Ring>
    </div>
  );
}
