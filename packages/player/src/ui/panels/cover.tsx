import type { CoverEntry } from '../../scene/scene.js';
import type { Frame } from '../frame.js';
import { Content } from '../parts/content.js';
import { Line } from '../parts/line.js';
import { Parts } from '../parts/parts.js';
import { fill } from '../text/fill.js';
import { gridIn, pageCount } from './grid.js';
import { ListPanel } from './list-panel.js';
import type { Panel, PanelProps } from './panel.js';

const COLUMN_WIDTH = 640;

/** The day's changes: which lesson of which class, and what is different. */
export const cover: Panel = {
  isShown: (scene) => scene.cover.length > 0,
  pages: ({ scene, box }) => pageCount(scene.cover.length, gridIn(box, COLUMN_WIDTH)),
  View: Cover,
};

function Cover({ frame, scene, box, turn }: PanelProps) {
  return (
    <ListPanel
      title={frame.messages.changes}
      entries={scene.cover}
      grid={gridIn(box, COLUMN_WIDTH)}
      turn={turn}
      keyOf={(entry) => entry.cover.id}
    >
      {(entry) => <CoverView entry={entry} frame={frame} />}
    </ListPanel>
  );
}

function CoverView({ entry, frame }: { readonly entry: CoverEntry; readonly frame: Frame }) {
  const { cover: item, lesson, slot } = entry;
  const { messages } = frame;
  const { absentTeacher } = item;
  const hasTeacher = item.kind === 'cover' && lesson.teacher !== undefined;
  return (
    <>
      <Line end={lesson.room !== undefined && <Content text={lesson.room} />} endClass="t56">
        <strong class="hb-class t56">
          <Content text={entry.class?.name ?? item.class} />
        </strong>{' '}
        <span class="t56">
          <Content text={hasTeacher ? (lesson.teacher ?? '') : messages.change[item.kind]} />
        </span>
      </Line>
      <Line>
        <span class="t40 hb-muted">
          <Parts
            texts={[
              slot?.label,
              lesson.subject,
              absentTeacher && fill(messages.insteadOf, { teacher: absentTeacher }),
              item.note,
            ]}
          />
        </span>
      </Line>
    </>
  );
}
