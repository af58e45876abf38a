import type { ComponentChildren } from 'preact';
import type { Step } from '../text/fit.js';

interface LineProps {
  readonly step: Step;
  readonly isMuted?: boolean;
  readonly children: ComponentChildren;
  /** What stands at the line's far end. Never cut: the rest gives way. */
  readonly end?: ComponentChildren;
}

/** One line of a list's entry. */
export function Line({ step, isMuted = false, children, end }: LineProps) {
  return (
    <p class={isMuted ? 'hb-line hb-muted' : 'hb-line'}>
      <span class={`hb-line-main t${step}`}>{children}</span>
      {end}
    </p>
  );
}
