import { receiveSnapshot, type ScreenInfo, type Snapshot } from '@hallboard/shared';
import { Temporal } from 'temporal-polyfill';
import type { DayScene } from '../../../player/src/scene/scene.js';
import { sceneAt } from '../../../player/src/scene/scene-at.js';
import { buildBodies } from '../content/bodies/build-bodies.js';
import type { SchoolContent } from '../content/schema/content-schema.js';

const SCREEN: ScreenInfo = { version: 1, name: 'Hall', sound: { on: false, volume: 0 } };

/** What a screen of some groups is sent, as its player reads it. */
export async function snapshotOf(
  content: SchoolContent,
  today: string,
  groups: readonly string[] = [],
): Promise<Snapshot> {
  const view = { layout: 'board' as const, groups: [...groups] };
  const built = await buildBodies({ content, today, revision: 'k3x9.1', views: [view] });
  if (built.kind !== 'built') throw new Error(JSON.stringify(built));
  const received = receiveSnapshot(JSON.parse(built.bodies[0]?.json.toString('utf8') ?? ''));
  if (!received.ok) throw new Error(JSON.stringify(received.violations));
  return received.value.snapshot;
}

/** @param at by the school's clock, `YYYY-MM-DDTHH:MM`. */
export function sceneOf(snapshot: Snapshot, at: string): DayScene {
  const instant = Temporal.PlainDateTime.from(at).toZonedDateTime(snapshot.school.zone);
  const scene = sceneAt(snapshot, SCREEN, instant.epochMilliseconds);
  if (scene.kind !== 'day') throw new Error(`the scene of ${at} is ${scene.kind}`);
  return scene;
}
