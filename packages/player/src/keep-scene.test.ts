import { expect, it } from 'vitest';
import { keepScene } from './keep-scene.js';
import { sceneAt } from './scene/scene-at.js';
import { sampleScreen, sampleSnapshot } from './testing/sample-snapshot.js';
import { SAMPLE_MIDNIGHT_MS } from './testing/timeline.js';

const HOUR_MS = 3_600_000;
const NINE = SAMPLE_MIDNIGHT_MS + 9 * HOUR_MS;

it('[TIME-2] gives what sceneAt gives, at every moment, in whatever order they come', () => {
  const [snapshot, screen] = [sampleSnapshot({ days: 2 }), sampleScreen()];
  const scene = keepScene();
  for (let step = 0; step < 500; step += 1) {
    const nowMs = SAMPLE_MIDNIGHT_MS + ((step * 7_919) % 2_880) * 60_000;
    expect(scene(snapshot, screen, nowMs)).toEqual(sceneAt(snapshot, screen, nowMs));
  }
});

it('keeps the same object until the scene changes', () => {
  const [snapshot, screen] = [sampleSnapshot(), sampleScreen()];
  const scene = keepScene();
  const first = scene(snapshot, screen, NINE);
  expect(scene(snapshot, screen, first.changesAt - 1)).toBe(first);
  expect(scene(snapshot, screen, first.changesAt)).not.toBe(first);
});

it('keeps nothing of another snapshot, another screen or a later moment', () => {
  const [snapshot, screen] = [sampleSnapshot(), sampleScreen()];
  const scene = keepScene();
  const first = scene(snapshot, screen, NINE);
  expect(scene({ ...snapshot }, screen, NINE)).not.toBe(first);
  const second = scene(snapshot, screen, NINE);
  expect(scene(snapshot, sampleScreen(), NINE)).not.toBe(second);
  expect(scene(snapshot, screen, NINE - HOUR_MS)).not.toEqual(second);
});
