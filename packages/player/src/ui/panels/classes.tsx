import type { ClassEntry, DayScene, HeldLesson } from '../../scene/scene.js';
import { type Box, GAP } from '../layouts/arrange.js';
import { Content } from '../parts/content.js';
import { Filled } from '../parts/filled.js';
import { Line } from '../parts/line.js';
import { fitStep, type Step, textWidth } from '../text/fit.js';
import { entryWidth, type Grid, gridIn, pageCount } from './grid.js';
import { ListPanel } from './list-panel.js';
import type { Panel, PanelProps } from './panel.js';

const LEAST_COLUMN_WIDTH = 400;
/** What a panel needs for one class in large type. */
const SINGLE_HEIGHT = 332;

/** Who is where with what, now or in the next slot that has lessons. */
export const classes: Panel = {
  isShown: (scene) => entriesOf(scene).length > 0,
  pages: ({ scene, box }) => pageCount(entriesOf(scene).length, gridOf(scene, box)),
  View: Classes,
};

function entriesOf(scene: DayScene): readonly ClassEntry[] {
  return scene.classes?.entries ?? [];
}

/** As many columns as the longest entry leaves room for. */
function gridOf(scene: DayScene, box: Box): Grid {
  const widths = entriesOf(scene).map(({ class: { name }, lesson: { subject = '', room = '' } }) =>
    Math.max(
      textWidth(subject, 28, 'regular'),
      textWidth(name, 56) + GAP + textWidth(room, 28, 'regular'),
    ),
  );
  return gridIn(box, Math.max(LEAST_COLUMN_WIDTH, ...widths));
}

function Classes({ frame, scene, box, turn }: PanelProps) {
  const { messages } = frame;
  const isNow = scene.classes?.phase === 'now' && frame.time !== 'unknown';
  const slot = scene.classes?.slot.label ?? '';
  const isSingle = entriesOf(scene).length === 1 && box.height >= SINGLE_HEIGHT;
  const grid = isSingle ? { columns: 1, rows: 1 } : gridOf(scene, box);
  const View = isSingle ? SingleClassView : ClassView;
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
      {(entry) => <View entry={entry} frame={frame} width={entryWidth(box, grid)} />}
    </ListPanel>
  );
}

interface ClassProps extends Pick<PanelProps, 'frame'> {
  readonly entry: ClassEntry;
  readonly width: number;
}

function ClassView({ entry, frame, width }: ClassProps) {
  const { lesson } = entry;
  const { teacher = '', room = '' } = lesson;
  const change = entry.change && frame.messages.change[entry.change];
  const { isBeside, roomStep, subjectStep, end } = arrange(entry.class.name, lesson, change, width);
  const badge = <Change text={change} />;
  return (
    <>
      <Line step={56} end={room !== '' && <Content text={room} class={`t${roomStep}`} />}>
        <strong>
          <Content text={entry.class.name} />
        </strong>{' '}
        {isBeside && badge}
      </Line>
      <Line
        step={40}
        end={
          (end === 'change' && badge) ||
          (end === 'teacher' && <Content text={teacher} class="t28 hb-muted" />)
        }
      >
        <Subject entry={entry} step={subjectStep} />
      </Line>
    </>
  );
}

/** The only class has the panel to itself. */
function SingleClassView({ entry, frame, width }: ClassProps) {
  const { subject = '', teacher = '', room = '' } = entry.lesson;
  const roomWidth = width - textWidth(entry.class.name, 84) - GAP;
  const roomStep = fitStep(room, [56, 40, 28], { width: roomWidth, weight: 'regular' });
  // Arabic letters need more height.
  const steps: readonly Step[] = frame.school.direction === 'rtl' ? [56, 40, 28] : [84, 56, 40, 28];
  const step = fitStep(subject, steps, {
    width,
    lines: { 40: 2 },
    weight: 'regular',
  });
  return (
    <>
      <Line step={84} end={room !== '' && <Content text={room} class={`t${roomStep}`} />}>
        <strong>
          <Content text={entry.class.name} />
        </strong>
      </Line>
      <p>
        <Subject entry={entry} step={step} />
      </p>
      <Line
        step={40}
        isMuted
        end={entry.change && <Change text={frame.messages.change[entry.change]} />}
      >
        <Content text={teacher} />
      </Line>
    </>
  );
}

function Change({ text }: { readonly text: string | undefined }) {
  return <span class="hb-change t28">{text}</span>;
}

/** On the baseline of its line, however small it has to be. */
function Subject({ entry, step }: Pick<ClassProps, 'entry'> & { readonly step: Step }) {
  const { change, lesson } = entry;
  const { subject = '' } = lesson;
  const kind = change === 'cancelled' ? `t${step} is-cancelled` : `t${step}`;
  return <Content text={subject} class={kind} />;
}

interface EntryArrangement {
  /** Whether the change stands beside the class. */
  readonly isBeside: boolean;
  readonly roomStep: Step;
  readonly subjectStep: Step;
  /** What stands beside the subject. What would be cut there is left out. */
  readonly end?: 'change' | 'teacher';
}

function arrange(
  name: string,
  { subject = '', teacher = '', room = '' }: HeldLesson,
  change: string | undefined,
  width: number,
): EntryArrangement {
  const changeWidth = change === undefined ? 0 : textWidth(change, 28) + GAP;
  const nameWidth = textWidth(name, 56) + GAP;
  const isBeside = changeWidth > 0 && nameWidth + changeWidth + textWidth(room, 28) <= width;
  const roomWidth = width - nameWidth - (isBeside ? changeWidth : 0);
  const roomStep = fitStep(room, [40, 28], { width: roomWidth, weight: 'regular' });
  const isMoved = changeWidth > 0 && !isBeside;
  const endWidth = isMoved ? changeWidth : textWidth(teacher, 28, 'regular');
  const rest = width - endWidth - GAP;
  if (endWidth === 0 || textWidth(subject, 28, 'regular') > rest) {
    const alone = fitStep(subject, [40, 28], { width, weight: 'regular' });
    return { isBeside, roomStep, subjectStep: alone };
  }
  const subjectStep = fitStep(subject, [40, 28], { width: rest, weight: 'regular' });
  return { isBeside, roomStep, subjectStep, end: isMoved ? 'change' : 'teacher' };
}
