import type { ClassEntry, DayScene } from '../../scene/scene.js';
import type { Frame } from '../frame.js';
import { GAP } from '../layouts/arrange.js';
import { Content } from '../parts/content.js';
import { Filled } from '../parts/filled.js';
import { Line } from '../parts/line.js';
import { fitStep, type Step, textWidth } from '../text/fit.js';
import { ClassName } from './class-name.js';
import { type Grid, gridIn, largestStep } from './grid.js';
import { ListPanel } from './list-panel.js';
import type { Panel, PanelInput, PanelProps } from './panel.js';

const LEAST_COLUMN_WIDTH = 400;
/** What a panel needs for one class in large type. */
const SINGLE_HEIGHT = 332;
/** What a change takes beside its text: its own ground on both sides, and the space around that. */
const CHANGE_SPACE = 24 + 2 * GAP;

/** Who is where with what, now or in the next slot that has lessons. */
export const classes: Panel = {
  isShown: (scene) => entriesOf(scene).length > 0,
  pages: (input) => arrange(input).pages,
  View: Classes,
};

function entriesOf(scene: DayScene): readonly ClassEntry[] {
  return scene.classes?.entries ?? [];
}

/** How the entries stand. */
interface Arrangement extends Grid {
  readonly nameWidth: number;
  readonly roomStep: (entry: ClassEntry) => Step;
  readonly subjectStep: (entry: ClassEntry) => Step;
  /** Whether the room fits behind the change; else it has the teacher's place. */
  readonly hasRoom: (entry: ClassEntry) => boolean;
  /** Whether the teacher fits beside the subject; what would be cut there is left out. */
  readonly hasTeacher: (entry: ClassEntry) => boolean;
}

/**
 * As many columns as the longest entry leaves room for. A teacher has what is left beside the subject:
 * who looks for a class must not wait for twice as many pages.
 */
function arrange({ frame, scene, box }: PanelInput): Arrangement {
  const entries = entriesOf(scene);
  const nameWidth = Math.max(...entries.map((entry) => textWidth(entry.class.name, 56)));
  const roomOf = ({ lesson: { room = '' } }: ClassEntry): string => room;
  const above = (entry: ClassEntry, step: Step): number =>
    nameWidth + changeWidth(entry, frame, 28) + textWidth(roomOf(entry), step, 'regular');
  const below = ({ lesson: { subject = '' } }: ClassEntry, step: Step, end = ''): number =>
    textWidth(subject, step, 'regular') + (end ? GAP + textWidth(end, 28, 'regular') : 0);
  const needs = entries.map((entry) =>
    Math.max(
      below(entry, 28),
      nameWidth + changeWidth(entry, frame, 28),
      Math.min(above(entry, 28), below(entry, 28, roomOf(entry))),
    ),
  );
  const grid = gridIn(box, Math.max(LEAST_COLUMN_WIDTH, ...needs), entries.length);
  const stepOf = (width: (step: Step) => number): Step => (width(40) <= grid.width ? 40 : 28);
  const roomStep = (entry: ClassEntry): Step => stepOf((step) => above(entry, step));
  const hasRoom = (entry: ClassEntry): boolean => above(entry, 28) <= grid.width;
  const subjectStep = (entry: ClassEntry): Step =>
    stepOf((step) => below(entry, step, hasRoom(entry) ? '' : roomOf(entry)));
  return {
    ...grid,
    nameWidth,
    roomStep,
    subjectStep,
    hasRoom,
    hasTeacher: (entry) => below(entry, subjectStep(entry), entry.lesson.teacher) <= grid.width,
  };
}

function Classes({ frame, scene, box, turn }: PanelProps) {
  const { messages } = frame;
  const isNow = scene.classes?.phase === 'now' && frame.time !== 'unknown';
  const slot = scene.classes?.slot.label ?? '';
  const entries = entriesOf(scene);
  const grid = arrange({ frame, scene, box });
  const View = entries.length === 1 && box.height >= SINGLE_HEIGHT ? SingleClassView : ClassView;
  return (
    <ListPanel
      title={
        isNow ? messages.classesNow : <Filled message={messages.classesIn} values={{ slot }} />
      }
      entries={entries}
      grid={grid}
      turn={turn}
      keyOf={(entry) => entry.class.id}
    >
      {(entry) => <View entry={entry} frame={frame} grid={grid} />}
    </ListPanel>
  );
}

interface ClassProps extends Pick<PanelProps, 'frame'> {
  readonly entry: ClassEntry;
  readonly grid: Arrangement;
}

function ClassView({ entry, frame, grid }: ClassProps) {
  const { teacher = '', room = '' } = entry.lesson;
  const where = room && <Content text={room} class={`t${grid.roomStep(entry)}`} />;
  const isAbove = grid.hasRoom(entry);
  const who = grid.hasTeacher(entry) && <Content text={teacher} class="t28 hb-muted" />;
  return (
    <>
      <Line step={56} end={isAbove && where}>
        <ClassName name={entry.class.name} width={grid.nameWidth} />
        <Change entry={entry} frame={frame} step={28} />
      </Line>
      <Line step={40} end={isAbove ? who : where}>
        <Subject entry={entry} step={grid.subjectStep(entry)} />
      </Line>
    </>
  );
}

/** The only class has the panel to itself. */
function SingleClassView({ entry, frame, grid: { width } }: ClassProps) {
  const { subject = '', teacher = '', room = '' } = entry.lesson;
  const nameWidth = textWidth(entry.class.name, 84);
  const step = fitStep(subject, [56, 40, 28], { width, lines: { 40: 2 }, weight: 'regular' });
  const below = largestStep(
    [56, 40, 28],
    (each) => each <= step && textWidth(room + teacher, each, 'regular') + GAP <= width,
  );
  return (
    <>
      <Line step={84}>
        <ClassName name={entry.class.name} width={nameWidth} />
        <Change
          entry={entry}
          frame={frame}
          step={nameWidth + changeWidth(entry, frame, 40) <= width ? 40 : 28}
        />
      </Line>
      <p>
        <Subject entry={entry} step={step} />
      </p>
      <Line step={below} end={<Content text={teacher} class={`t${below} hb-muted`} />}>
        <Content text={room} />
      </Line>
    </>
  );
}

type PartProps = Omit<ClassProps, 'grid'> & { readonly step: Step };

/** What there is between a class and its room, in units: space, and the change if there is one. */
function changeWidth({ change }: ClassEntry, { messages }: Frame, step: Step): number {
  return change ? textWidth(messages.change[change], step, 'regular') + CHANGE_SPACE : GAP;
}

function Change({ entry: { change }, frame, step }: PartProps) {
  return change && <span class={`hb-change t${step}`}>{frame.messages.change[change]}</span>;
}

/** On the baseline of its line, however small it has to be. */
function Subject({ entry: { change, lesson }, step }: Omit<PartProps, 'frame'>) {
  const Text = change === 'cancelled' ? 's' : 'span';
  return (
    <Text class={`t${step}`}>
      <Content text={lesson.subject ?? ''} />
    </Text>
  );
}
