import type { Frame } from '../frame.js';
import { Content } from '../parts/content.js';
import type { Panel, PanelProps } from './panel.js';
import { arrangeTimeline, type Block } from './timeline-arrangement.js';

/** The day in proportion to time, with a mark that moves. */
export const timeline: Panel = {
  isShown: (scene) => scene.timeline.length > 0,
  pages: () => 1,
  View: Timeline,
};

function Timeline({ frame, scene, box }: PanelProps) {
  const arranged = arrangeTimeline(scene.timeline, frame.nowMs, box.width);
  const isKnown = frame.time !== 'unknown';
  return (
    <section class="hb-timeline" aria-label={frame.messages.day}>
      <ol class="hb-blocks">
        {arranged.blocks.map((block) => (
          <BlockView
            key={block.entry.slot.id}
            block={block}
            lanes={arranged.lanes}
            frame={frame}
            isKnown={isKnown}
          />
        ))}
      </ol>
      {isKnown && arranged.now !== undefined && <NowMark at={arranged.now} frame={frame} />}
    </section>
  );
}

interface BlockProps {
  readonly block: Block;
  readonly lanes: number;
  readonly frame: Frame;
  readonly isKnown: boolean;
}

function BlockView({ block, lanes, frame, isKnown }: BlockProps) {
  const { slot, phase } = block.entry;
  const style = {
    [frame.school.direction === 'ltr' ? 'left' : 'right']: percent(block.start),
    width: percent(block.length),
    top: percent(block.lane / lanes),
    height: percent(1 / lanes),
  };
  return (
    <li class={`hb-block is-${isKnown ? phase : 'coming'} is-${slot.kind}`} style={style}>
      <div class={`hb-block-text t28${block.isTight ? ' is-tight' : ''}`}>
        {lanes === 1 && block.hasTime && (
          <p>
            <bdi dir="ltr">{frame.numerals(slot.startText)}</bdi>
          </p>
        )}
        {lanes < 3 && block.label !== undefined && (
          <p class="hb-block-label">
            <Content text={block.label} />
          </p>
        )}
      </div>
    </li>
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
