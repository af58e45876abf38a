import type { Frame } from '../frame.js';
import { Content } from '../parts/content.js';
import { Parts } from '../parts/parts.js';
import { TimeRange } from '../parts/time-range.js';
import { units } from '../parts/units.js';
import { fitStep, textWidth } from '../text/fit.js';
import type { Aside } from './hero.js';

const LABEL_WIDTH = 120;
const LABEL_AND_TIME_WIDTH = 420;

interface AsideProps {
  readonly aside: Aside;
  readonly frame: Frame;
  /** In units. */
  readonly width: number;
}

/** What goes beside the hero, in a column. */
export function AsideColumn({ aside, frame, width }: AsideProps) {
  const step = fitStep(aside.title, [84, 56, 40, 28], {
    width,
    lines: { 56: 2, 40: 3, 28: 4 },
  });
  return (
    <div class="hb-aside" style={{ width: units(width) }}>
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

/** The same on one line; a long title takes the time's place. */
export function AsideLine({ aside, frame, width }: AsideProps) {
  const { label, title, slot, details } = aside;
  const hasTime = textWidth(title, 28) <= width - LABEL_AND_TIME_WIDTH;
  const titleWidth = width - (hasTime ? LABEL_AND_TIME_WIDTH : LABEL_WIDTH);
  const step = fitStep(title, [56, 40, 28], { width: titleWidth });
  return (
    <p class="hb-aside-line t56">
      <span class="t40 hb-muted">
        {label} {slot && hasTime && <TimeRange slot={slot} numerals={frame.numerals} />}
        {details && <Parts texts={details} />}
      </span>{' '}
      <strong class={`t${step}`}>
        <Content text={title} />
      </strong>
    </p>
  );
}
