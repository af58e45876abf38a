import type { Frame } from '../frame.js';
import { Content } from '../parts/content.js';
import { Parts } from '../parts/parts.js';
import { TimeRange } from '../parts/time-range.js';
import { units } from '../parts/units.js';
import { fitStep } from '../text/fit.js';
import type { Aside } from './hero.js';
import { ASIDE_WIDTH } from './hero-arrangement.js';

const LABEL_AND_TIME_WIDTH = 420;

interface AsideProps {
  readonly aside: Aside;
  readonly frame: Frame;
}

/** What goes beside the hero, in a column. */
export function AsideColumn({ aside, frame }: AsideProps) {
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

/** The same on one line. @param width of the line, in units. */
export function AsideLine({ aside, frame, width }: AsideProps & { readonly width: number }) {
  const step = fitStep(aside.title, [56, 40, 28], { width: width - LABEL_AND_TIME_WIDTH });
  return (
    <p class="hb-aside-line t56">
      <span class="t40 hb-muted">
        {aside.label} {aside.slot && <TimeRange slot={aside.slot} numerals={frame.numerals} />}
        {aside.details && <Parts texts={aside.details} />}
      </span>{' '}
      <strong class={`t${step}`}>
        <Content text={aside.title} />
      </strong>
    </p>
  );
}
