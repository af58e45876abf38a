import type { TimelineEntry } from '../../scene/scene.js';
import type { Frame } from '../frame.js';
import { Content } from '../parts/content.js';
import type { Panel, PanelProps } from './panel.js';
import { arrangeTimeline } from './timeline-arrangement.js';

/** The day in proportion to time, with a mark that moves. */
export const timeline: Panel = {
  isShown: (scene) => scene.timeline.length > 0,
  pages: () => 1,
  View: Timeline,
};

function Timeline({ frame, scene, box }: PanelProps) {
  const { moment } = scene;
  const arranged = arrangeTimeline(scene.timeline, frame.nowMs, box.width);
  const isKnown = frame.time !== 'unknown';
  const side = frame.school.direction === 'ltr' ? 'left' : 'right';
  // Of several slots that run, one is now: the one that the screen names.
  const phaseOf = ({ slot, phase }: TimelineEntry): TimelineEntry['phase'] =>
    isKnown && (phase === 'past' || (moment.kind === 'in-slot' && moment.slot.id === slot.id))
      ? phase
      : 'coming';
  return (
    <section class="hb-timeline" aria-label={frame.messages.day}>
      <ol>
        {arranged.blocks.map(({ entry, start, length, isBeside, label, hasTime }) => (
          <li
            key={entry.slot.id}
            class={`hb-block is-${phaseOf(entry)} is-${isBeside ? 'beside' : entry.slot.kind}`}
            style={{ [side]: percent(start), width: percent(length) }}
          >
            <div class="hb-block-text t28">
              {hasTime && <bdi dir="ltr">{frame.numerals(entry.slot.startText)}</bdi>}
              {label && (
                <strong>
                  <Content text={label} />
                </strong>
              )}
            </div>
          </li>
        ))}
      </ol>
      {isKnown && arranged.now !== undefined && <NowMark at={arranged.now} frame={frame} />}
    </section>
  );
}

/** Moves by a transform of a plane as long as the timeline, which costs no layout. */
function NowMark({ at, frame }: { readonly at: number; readonly frame: Frame }) {
  const sign = frame.school.direction === 'ltr' ? '' : '-';
  return (
    <div class="hb-now-plane" style={{ transform: `translateX(${sign}${percent(at)})` }}>
      <span class="hb-now-mark" aria-hidden="true" />
    </div>
  );
}

function percent(share: number): string {
  return `${Math.round(share * 1e5) / 1e3}%`;
}
