import type { ScreenInfo, Snapshot } from '@hallboard/shared';
import type { DayScene } from '../scene/scene.js';
import { sceneAt } from '../scene/scene-at.js';
import { at, dayOf, SCREEN, slotOf, snapshotOf } from '../scene/snapshot.fixture.js';
import { type ContentView, type Frame, frameOf } from './frame.js';
import { catalogueOf } from './messages/catalogues.fixture.js';

/** Two lessons with a break between them, on a Tuesday, and a lesson on Wednesday. */
const SCHOOL_DAYS = [
  dayOf(0, {
    slots: [slotOf('p1 08:00-08:45'), slotOf('b 08:45-09:05', 'break'), slotOf('p2 09:10-09:55')],
  }),
  dayOf(1, {
    texts: { weekday: 'Wednesday', date: '25 November' },
    slots: [{ ...slotOf('p1 32:00-33:00'), startText: '08:00', endText: '09:00' }],
  }),
];

/** What a test changes of the school, its screen and the circumstances. */
export interface ViewChanges {
  readonly snapshot?: Partial<Snapshot>;
  readonly school?: Partial<Snapshot['school']>;
  readonly screen?: Partial<ScreenInfo>;
  readonly view?: Partial<ContentView>;
}

/** The school's view at a local time, `HH:MM`. */
export function viewAt(time: string, changes: ViewChanges = {}): ContentView {
  const base = snapshotOf(SCHOOL_DAYS, changes.snapshot);
  const snapshot = { ...base, school: { ...base.school, ...changes.school } };
  const screen = { ...SCREEN, ...changes.screen };
  const nowMs = at(time);
  return {
    kind: 'content',
    school: snapshot.school,
    screen,
    scene: sceneAt(snapshot, screen, nowMs),
    nowMs,
    time: 'confirmed',
    connection: { kind: 'live' },
    ...changes.view,
  };
}

/** The same with what a panel is drawn from. */
export function frameAt(
  time: string,
  changes: ViewChanges = {},
): { frame: Frame; scene: DayScene } {
  const view = viewAt(time, changes);
  const frame = frameOf(view, catalogueOf(view.school.locale));
  if (frame.scene.kind !== 'day') throw new Error(`expected a day, got ${frame.scene.kind}`);
  return { frame, scene: frame.scene };
}
