import type { DayScene } from '../scene/scene.js';
import type { Frame } from './frame.js';
import { arrange, type PlacedArea } from './layouts/arrange.js';
import { layoutOf } from './layouts/layouts.js';
import { type Hero, heroOf } from './panels/hero.js';
import { PANELS } from './panels/panels.js';
import { turnAt } from './panels/turns.js';
import { boxStyle } from './parts/units.js';
import type { Stage } from './stage.js';

/** Around everything, for the eye and for what a TV cuts off at its edges. In units. */
const MARGIN = 56;
const LAST_MINUTE_MS = 60_000;

interface DayScreenProps {
  readonly frame: Frame;
  readonly scene: DayScene;
  readonly stage: Stage;
}

/** A day: the layout's panels in their places. */
export function DayScreen({ frame, scene, stage }: DayScreenProps) {
  const box = {
    start: MARGIN,
    top: MARGIN,
    width: stage.width - 2 * MARGIN,
    height: stage.height - 2 * MARGIN,
  };
  const areas = arrange(layoutOf(scene.layout, stage.shape), box, (panel) =>
    PANELS[panel].isShown(scene),
  );
  const hero = heroOf(scene, frame);
  const isHeader = ({ panels }: PlacedArea): boolean => panels.includes('header');
  // An area of another size is another one: what is there appears, and nothing shifts.
  const view = (placed: PlacedArea) => (
    <Area key={JSON.stringify(placed)} placed={placed} frame={frame} scene={scene} />
  );
  return (
    <>
      {areas.filter(isHeader).map(view)}
      <main class={isLastMinute(hero, frame) ? 'is-still' : ''}>
        {/* Stays while panels come and go, so that a change is said, and once. */}
        <p class="hb-said" role="status">
          {hero.kicker} {hero.title}
        </p>
        {areas.filter((placed) => !isHeader(placed)).map(view)}
      </main>
    </>
  );
}

/** Nothing moves while a countdown's last minute runs out. */
function isLastMinute({ countdown }: Hero, frame: Frame): boolean {
  return countdown !== undefined && countdown.toMs - frame.nowMs <= LAST_MINUTE_MS;
}

interface AreaProps extends Omit<DayScreenProps, 'stage'> {
  readonly placed: PlacedArea;
}

function Area({ placed: { panels, box }, frame, scene }: AreaProps) {
  const { panel, ...turn } = turnAt(panels, PANELS, { frame, scene, box });
  const { View } = PANELS[panel];
  return (
    <div class="hb-area" part={`panel ${panel}`} style={boxStyle(box, frame.school.direction)}>
      <View key={panel} frame={frame} scene={scene} box={box} turn={turn} />
    </div>
  );
}
