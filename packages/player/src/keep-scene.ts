import type { ScreenInfo, Snapshot } from '@hallboard/shared';
import type { Scene } from './scene/scene.js';
import { sceneAt } from './scene/scene-at.js';

/**
 * `sceneAt` with a memory of one: the same scene, and the same object, until it changes or is asked
 * for another snapshot, another screen or an earlier moment. Painting every second then costs
 * nothing but the clock.
 */
export function keepScene(): typeof sceneAt {
  let kept: { snapshot: Snapshot; screen: ScreenInfo; fromMs: number; scene: Scene } | undefined;
  return (snapshot, screen, nowMs) => {
    const holds =
      kept?.snapshot === snapshot &&
      kept.screen === screen &&
      kept.fromMs <= nowMs &&
      nowMs < kept.scene.changesAt;
    if (kept === undefined || !holds) {
      kept = { snapshot, screen, fromMs: nowMs, scene: sceneAt(snapshot, screen, nowMs) };
    }
    return kept.scene;
  };
}
