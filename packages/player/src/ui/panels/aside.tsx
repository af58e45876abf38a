import type { Frame } from '../frame.js';
import { Content } from '../parts/content.js';
import { Parts } from '../parts/parts.js';
import { TimeRange } from '../parts/time-range.js';
import { units } from '../parts/units.js';
import { fitStep, textWidth } from '../text/fit.js';
import type { Aside } from './hero.js';

/** As wide as the times of a slot. */
const TIMES = '00:00 – 00:00';

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
  const beside = (rest: string): number => width - textWidth(`${label} ${rest}  `, 40, 'regular');
  const hasTime = textWidth(title, 28) <= beside(TIMES);
  const when = details ? details.join(' · ') : hasTime ? TIMES : '';
  const step = fitStep(title, [56, 40, 28], { width: beside(when) });
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
