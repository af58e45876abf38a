import type { ClassEntry, DayScene } from '../../scene/scene.js';
import type { Frame } from '../frame.js';
import { Content } from '../parts/content.js';
import { Line } from '../parts/line.js';
import { fill } from '../text/fill.js';
import { gridIn, pageCount } from './grid.js';
import { ListPanel } from './list-panel.js';
import type { Panel, PanelProps } from './panel.js';

const COLUMN_WIDTH = 400;

/** Who is where with what, now or in the next slot that has lessons. */
export const classes: Panel = {
  isShown: (scene) => entriesOf(scene).length > 0,
  pages: ({ scene, box }) => pageCount(entriesOf(scene).length, gridIn(box, COLUMN_WIDTH)),
  View: Classes,
};

function entriesOf(scene: DayScene): readonly ClassEntry[] {
  return scene.classes?.entries ?? [];
}

function Classes({ frame, scene, box, turn }: PanelProps) {
  const { messages } = frame;
  const isNow = scene.classes?.phase === 'now' && frame.time !== 'unknown';
  const slot = scene.classes?.slot.label ?? '';
  return (
    <ListPanel
      title={isNow ? messages.classesNow : fill(messages.classesIn, { slot })}
      entries={entriesOf(scene)}
      grid={gridIn(box, COLUMN_WIDTH)}
      turn={turn}
      keyOf={(entry) => entry.class.id}
    >
      {(entry) => <ClassView entry={entry} frame={frame} />}
    </ListPanel>
  );
}

function ClassView({ entry, frame }: { readonly entry: ClassEntry; readonly frame: Frame }) {
  const { lesson, change } = entry;
  const isCancelled = change === 'cancelled';
  return (
    <>
      <Line end={lesson.room !== undefined && <Content text={lesson.room} />} endClass="t40">
        <strong class="t56">
          <Content text={entry.class.name} />
        </strong>{' '}
        {change !== undefined && <span class="hb-change t28">{frame.messages.change[change]}</span>}
      </Line>
      <Line
        end={lesson.teacher !== undefined && <Content text={lesson.teacher} />}
        endClass="t28 hb-muted"
      >
        <span class={isCancelled ? 't40 is-cancelled' : 't40'}>
          <Content text={lesson.subject ?? ''} />
        </span>
      </Line>
    </>
  );
}
