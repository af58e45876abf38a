import type { CoverEntry } from '../../scene/scene.js';
import type { Frame } from '../frame.js';
import { GAP } from '../layouts/arrange.js';
import { Content } from '../parts/content.js';
import { Line } from '../parts/line.js';
import { Parts } from '../parts/parts.js';
import { fill } from '../text/fill.js';
import { type Step, textWidth } from '../text/fit.js';
import { ClassName } from './class-name.js';
import { gridIn, largestStep, stepsOf } from './grid.js';
import { ListPanel } from './list-panel.js';
import type { Panel, PanelProps } from './panel.js';

const COLUMN_WIDTH = 720;
const DOT = ' · ';

/** The day's changes: which lesson of which class, and what is different. */
export const cover: Panel = {
  isShown: (scene) => scene.cover.length > 0,
  pages: ({ scene, box }) => gridIn(box, COLUMN_WIDTH, scene.cover.length).pages,
  View: Cover,
};

function Cover({ frame, scene, box, turn }: PanelProps) {
  const entries = scene.cover.map((entry) => writtenOf(entry, frame));
  const grid = gridIn(box, COLUMN_WIDTH, entries.length);
  const [step, ...steps] = stepsOf(entries.length);
  const nameWidth = Math.max(...entries.map(({ name }) => textWidth(name, step)));
  const rest = grid.width - nameWidth - 2 * GAP;
  const fitting = (details: Written['details'], each: Step) =>
    details.find((texts) => textWidth(texts.join(DOT), each, 'regular') <= grid.width);
  return (
    <ListPanel
      title={frame.messages.changes}
      entries={entries}
      grid={grid}
      turn={turn}
      keyOf={(entry) => entry.id}
    >
      {({ name, who, room, details }) => {
        const whoStep = largestStep(
          [step, ...steps],
          (each) => textWidth(who + room, each, 'regular') <= rest,
        );
        const small = largestStep(
          steps,
          (each) => each <= whoStep && fitting(details, each) !== undefined,
        );
        return (
          <>
            <Line step={step} end={room && <Content text={room} class={`t${whoStep}`} />}>
              <ClassName name={name} width={nameWidth} />
              <Content text={who} class={`t${whoStep}`} />
            </Line>
            <Line step={small} isMuted>
              <Parts texts={fitting(details, small) ?? details[2]} />
            </Line>
          </>
        );
      }}
    </ListPanel>
  );
}

/** What an entry says. */
interface Written {
  readonly id: string;
  readonly name: string;
  readonly who: string;
  readonly room: string;
  /** From all that there is to say to the least. */
  readonly details: readonly [full: Texts, shorter: Texts, brief: Texts];
}

type Texts = readonly string[];

function writtenOf({ cover: item, class: own, lesson, slot }: CoverEntry, frame: Frame): Written {
  const { messages } = frame;
  const { subject, teacher, room = '' } = lesson;
  const absent = item.absentTeacher;
  const detailsOf = (when: string | undefined, what?: string): Texts =>
    [when, absent && fill(messages.insteadOf, { teacher: absent }), item.note, what].filter(
      (text): text is string => text !== undefined,
    );
  return {
    id: item.id,
    name: own?.name ?? item.class,
    who: (item.kind === 'cover' && teacher) || messages.change[item.kind],
    room,
    // The class knows its subject; what is different it does not. A time says when in fewer letters.
    details: [
      detailsOf(slot?.label, subject),
      detailsOf(slot?.label),
      detailsOf(slot && frame.numerals(slot.startText)),
    ],
  };
}
