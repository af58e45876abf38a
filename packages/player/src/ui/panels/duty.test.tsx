// @vitest-environment happy-dom
import { render } from 'preact';
import { describe, expect, it } from 'vitest';
import { frameAt } from '../view.fixture.js';
import { duty } from './duty.js';

const BOX = { start: 0, top: 0, width: 1000, height: 500 };

describe('the duties', () => {
  it('say when they are, and say all day of nothing that is not', () => {
    const dutyOf = (slot?: string) => ({
      id: slot ?? 'day',
      groups: [],
      date: '2026-11-24',
      teacher: 'Ms Duarte',
      place: 'Gate',
      ...(slot !== undefined && { slot }),
    });
    const { frame, scene } = frameAt('08:10', {
      snapshot: { duty: [dutyOf(), dutyOf('b'), dutyOf('unheard-of')] },
    });
    const container = document.createElement('div');
    const turn = { page: 0, index: 0, count: 1 };
    render(<duty.View frame={frame} scene={scene} box={BOX} turn={turn} />, container);
    const lines = Array.from(
      container.querySelectorAll('.hb-muted.hb-line'),
      (line) => line.textContent,
    );
    expect(lines).toEqual(['Gate · All day', 'Gate', 'Gate · Lesson b']);
  });
});
