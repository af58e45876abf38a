import { present } from '../present.js';
import type { PlayerView } from '../scene/view.js';
import { SAMPLE_MIDNIGHT_MS, Timeline } from '../testing/timeline.js';
import { TestScreen, type TestScreenOptions } from './screen.fixture.js';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;

type Content = Extract<PlayerView, { kind: 'content' }>;

export function painted(screen: TestScreen): Content {
  const view = present(screen.state, screen.core.trueNowMs());
  if (view.kind !== 'content') throw new Error(`blank: ${view.reason}`);
  return view;
}

/** The calendar day on the screen, and what it is doing. */
export function dayOn(screen: TestScreen): string {
  const { scene } = painted(screen);
  if (scene.kind !== 'day') return scene.kind;
  const { moment } = scene;
  return `${scene.day?.date} ${moment.kind === 'in-slot' ? moment.slot.key : moment.kind}`;
}

/** A screen that is first switched on at a time of the first day. */
export function screenAt(hours: number, options: TestScreenOptions = {}): TestScreen {
  const timeline = new Timeline(SAMPLE_MIDNIGHT_MS + hours * HOUR_MS);
  return new TestScreen({ ...options, server: { ...options.server, timeline } });
}

/** Moves to a time of the first day; hours beyond 24 reach into the next days. */
export function goTo(screen: TestScreen, hours: number): void {
  screen.advance(SAMPLE_MIDNIGHT_MS + hours * HOUR_MS - screen.timeline.nowMs);
}
