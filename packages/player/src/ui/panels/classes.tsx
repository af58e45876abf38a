import type { ClassEntry, DayScene } from '../../scene/scene.js';
import { GAP } from '../layouts/arrange.js';
import { Content } from '../parts/content.js';
import { Filled } from '../parts/filled.js';
import { Line } from '../parts/line.js';
import { fitStep, textWidth } from '../text/fit.js';
import { entryWidth, gridIn, pageCount } from './grid.js';
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
  const grid = gridIn(box, COLUMN_WIDTH);
  return (
    <ListPanel
      title={
        isNow ? messages.classesNow : <Filled message={messages.classesIn} values={{ slot }} />
      }
      entries={entriesOf(scene)}
      grid={grid}
      turn={turn}
      keyOf={(entry) => entry.class.id}
    >
      {(entry) => <ClassView entry={entry} frame={frame} width={entryWidth(box, grid)} />}
    </ListPanel>
  );
}

interface ClassProps extends Pick<PanelProps, 'frame'> {
  readonly entry: ClassEntry;
  readonly width: number;
}

function ClassView({ entry, frame, width }: ClassProps) {
  const { lesson, change } = entry;
  const { subject = '', teacher = '', room = '' } = lesson;
  const subjectWidth = width - (teacher === '' ? 0 : textWidth(teacher, 28, 'regular') + GAP);
  const step = fitStep(subject, [40, 28], {
    width: subjectWidth,
    weight: 'regular',
  });
  return (
    <>
      <Line step={56} end={room !== '' && <End text={room} kind="t40" />}>
        <strong>
          <Content text={entry.class.name} />
        </strong>{' '}
        {change !== undefined && <span class="hb-change t28">{frame.messages.change[change]}</span>}
      </Line>
      <Line step={step} end={teacher !== '' && <End text={teacher} kind="t28 hb-muted" />}>
        <span class={change === 'cancelled' ? 'is-cancelled' : ''}>
          <Content text={subject} />
        </span>
      </Line>
    </>
  );
}

function End({ text, kind }: { readonly text: string; readonly kind: string }) {
  return (
    <span class={kind}>
      <Content text={text} />
    </span>
  );
}
