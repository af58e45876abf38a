// @vitest-environment happy-dom
import { render } from 'preact';
import { describe, expect, it } from 'vitest';
import { at, slotOf } from '../../scene/snapshot.fixture.js';
import { frameAt } from '../view.fixture.js';
import { timeline } from './timeline.js';

const BOX = { start: 0, top: 0, width: 1808, height: 88 };

function painted(time: string, ...texts: string[]) {
  const { frame, scene } = frameAt(time);
  const slots = texts.map((text) => slotOf(text));
  const entries = slots.map((slot) => ({
    slot,
    phase: slot.startsAt <= at(time) ? ('now' as const) : ('coming' as const),
  }));
  const [slot] = slots;
  if (slot === undefined) throw new Error('expected a slot');
  const container = document.createElement('div');
  const turn = { page: 0, index: 0, count: 1 };
  const shown = { ...scene, moment: { kind: 'in-slot' as const, slot }, timeline: entries };
  render(<timeline.View frame={frame} scene={shown} box={BOX} turn={turn} />, container);
  return Array.from(
    container.querySelectorAll('.hb-block'),
    (block) => `${block.className.replace('hb-block ', '')}: ${block.textContent}`,
  );
}

describe('the timeline', () => {
  it('keeps the words of the lessons, and draws what runs beside them without any', () => {
    expect(painted('07:00', 'p1 08:00-10:00', 'p2 10:00-12:00', 'p3 08:00-12:00')).toEqual([
      'is-coming is-period: 08:00Lesson p1',
      'is-coming is-period: 10:00Lesson p2',
      'is-coming is-beside: ',
    ]);
  });

  it('has one slot that is now: the one that the screen names', () => {
    expect(painted('08:30', 'p1 08:00-10:00', 'p2 08:00-12:00', 'p3 10:00-12:00')).toEqual([
      'is-now is-period: 08:00Lesson p1',
      'is-coming is-beside: ',
      'is-coming is-period: 10:00Lesson p3',
    ]);
  });
});
