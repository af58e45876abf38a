import { Content } from '../parts/content.js';
import { Line } from '../parts/line.js';
import { Parts } from '../parts/parts.js';
import { gridIn } from './grid.js';
import { ListPanel } from './list-panel.js';
import type { Panel, PanelProps } from './panel.js';

const COLUMN_WIDTH = 520;

/** Who is on duty where, for what is left of the day. */
export const duty: Panel = {
  isShown: (scene) => scene.duty.length > 0,
  pages: ({ scene, box }) => gridIn(box, COLUMN_WIDTH, scene.duty.length).pages,
  View: Duty,
};

function Duty({ frame, scene, box, turn }: PanelProps) {
  const { allDay } = frame.messages;
  return (
    <ListPanel
      title={frame.messages.duty}
      entries={scene.duty}
      grid={gridIn(box, COLUMN_WIDTH, scene.duty.length)}
      turn={turn}
      keyOf={(entry) => entry.duty.id}
    >
      {({ duty: item, slot }) => (
        <>
          <Line step={56}>
            <strong>
              <Content text={item.teacher} />
            </strong>
          </Line>
          <Line step={40} isMuted>
            <Parts texts={[item.place].concat(slot?.label ?? (item.slot ? [] : allDay))} />
          </Line>
        </>
      )}
    </ListPanel>
  );
}
