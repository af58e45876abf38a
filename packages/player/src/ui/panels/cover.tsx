import type { CoverEntry } from '../../scene/scene.js';
import { GAP } from '../layouts/arrange.js';
import { Content } from '../parts/content.js';
import { Line } from '../parts/line.js';
import { Parts } from '../parts/parts.js';
import { fill } from '../text/fill.js';
import { fitStep, type Step, textWidth } from '../text/fit.js';
import { entryWidth, gridIn, pageCount } from './grid.js';
import { ListPanel } from './list-panel.js';
import type { Panel, PanelProps } from './panel.js';

const COLUMN_WIDTH = 720;
const DOT = ' · ';
/** As wide as the classes stand, so that what is beside them is aligned. */
const CLASS_WIDTH = 129;

/** The day's changes: which lesson of which class, and what is different. */
export const cover: Panel = {
  isShown: (scene) => scene.cover.length > 0,
  pages: ({ scene, box }) => pageCount(scene.cover.length, gridIn(box, COLUMN_WIDTH)),
  View: Cover,
};

function Cover({ frame, scene, box, turn }: PanelProps) {
  const grid = gridIn(box, COLUMN_WIDTH);
  return (
    <ListPanel
      title={frame.messages.changes}
      entries={scene.cover}
      grid={grid}
      turn={turn}
      keyOf={(entry) => entry.cover.id}
    >
      {(entry) => <CoverView entry={entry} frame={frame} width={entryWidth(box, grid)} />}
    </ListPanel>
  );
}

interface CoverProps extends Pick<PanelProps, 'frame'> {
  readonly entry: CoverEntry;
  readonly width: number;
}

function CoverView({ entry, frame, width }: CoverProps) {
  const { cover: item, lesson, slot } = entry;
  const { messages } = frame;
  const teacher = item.kind === 'cover' ? lesson.teacher : undefined;
  const absent = item.absentTeacher;
  const detailsOf = (when: string | undefined, subject?: string): readonly string[] =>
    [when, absent && fill(messages.insteadOf, { teacher: absent }), item.note, subject].filter(
      (text): text is string => text !== undefined,
    );
  // The class knows its subject; what is different it does not. A time says when in fewer letters.
  const brief = detailsOf(slot && frame.numerals(slot.startText));
  const fitting = (step: Step): readonly string[] | undefined =>
    [detailsOf(slot?.label, lesson.subject), detailsOf(slot?.label)].find(
      (texts) => textWidth(texts.join(DOT), step, 'regular') <= width,
    );
  const details = fitting(40) ?? fitting(28) ?? brief;
  const step = fitStep(details.join(DOT), [40, 28], { width, weight: 'regular' });
  const className = entry.class?.name ?? item.class;
  const who = teacher ?? messages.change[item.kind];
  const { room = '' } = lesson;
  const rest = width - Math.max(textWidth(className, 56), CLASS_WIDTH) - 2 * GAP;
  const roomStep = fitStep(room, [56, 40], {
    width: rest - textWidth(who, 56, 'regular'),
    weight: 'regular',
  });
  const whoStep = fitStep(who, [56, 40, 28], {
    width: rest - textWidth(room, roomStep, 'regular'),
    weight: 'regular',
  });
  return (
    <>
      <Line step={56} end={room !== '' && <Content text={room} class={`t${roomStep}`} />}>
        <strong class="hb-class">
          <Content text={className} />
        </strong>{' '}
        <Content text={who} class={`t${whoStep}`} />
      </Line>
      <Line step={40} isMuted>
        <span class={`t${step}`}>
          <Parts texts={details} />
        </span>
      </Line>
    </>
  );
}
