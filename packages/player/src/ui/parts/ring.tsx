import type { ComponentChildren } from 'preact';

const RADIUS = 46;
const LENGTH = 2 * Math.PI * RADIUS;

interface RingProps {
  /** What is left, 1 to 0. */
  readonly share: number;
  /** In the accent, which means "now", or in the ink. */
  readonly isNow: boolean;
  readonly children: ComponentChildren;
}

/** A ring that runs out clockwise, or the other way where the plane is mirrored. */
export function Ring({ share, isNow, children }: RingProps) {
  return (
    <div class={isNow ? 'hb-ring is-now' : 'hb-ring'} role="timer">
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <circle class="hb-ring-track" cx="50" cy="50" r={RADIUS} />
        {share > 0 && (
          <circle
            class="hb-ring-left"
            cx="50"
            cy="50"
            r={RADIUS}
            stroke-dasharray={`${share * LENGTH} ${LENGTH}`}
          />
        )}
      </svg>
      <div class="hb-ring-text">{children}</div>
    </div>
  );
}
