// @vitest-environment happy-dom
import { render } from 'preact';
import { describe, expect, it } from 'vitest';
import { slotOf } from '../../scene/snapshot.fixture.js';
import { frameAt } from '../view.fixture.js';
import { timeline } from './timeline.js';

const BOX = { start: 0, top: 0, width: 1808, height: 88 };

function labelsOf(...slots: string[]) {
  const { frame, scene } = frameAt('07:00');
  const entries = slots.map((text) => ({ slot: slotOf(text), phase: 'coming' as const }));
  const container = document.createElement('div');
  const turn = { page: 0, index: 0, count: 1 };
  render(
    <timeline.View frame={frame} scene={{ ...scene, timeline: entries }} box={BOX} turn={turn} />,
    container,
  );
  return container.querySelectorAll('.hb-block-label').length;
}

describe('the timeline', () => {
  it('writes no label where so many slots run together that it would be cut', () => {
    expect(labelsOf('p1 08:00-10:00', 'p2 08:00-10:00')).toBe(2);
    expect(labelsOf('p1 08:00-10:00', 'p2 08:00-10:00', 'p3 08:00-10:00')).toBe(0);
  });
});
