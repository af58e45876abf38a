import { describe, expect, it } from 'vitest';
import type { TimelineEntry } from '../../scene/scene.js';
import { at, slotOf } from '../../scene/snapshot.fixture.js';
import { arrangeTimeline } from './timeline-arrangement.js';

function entries(...texts: string[]): TimelineEntry[] {
  return texts.map((text) => ({ slot: slotOf(text), phase: 'coming' as const }));
}

describe('arrangeTimeline', () => {
  const day = entries('p1 08:00-09:00', 'b 09:00-09:15', 'p2 09:30-12:00');

  it('is in proportion to time, gaps included', () => {
    const { blocks, lanes } = arrangeTimeline(day, at('08:00'), 1800);
    expect(lanes).toBe(1);
    expect(blocks.map(({ start, length }) => [start * 240, length * 240])).toEqual([
      [0, 60],
      [60, 15],
      [90, 150],
    ]);
  });

  it('marks now, and nothing outside of the day', () => {
    expect(arrangeTimeline(day, at('10:00'), 1800).now).toBeCloseTo(0.5);
    expect(arrangeTimeline(day, at('07:59'), 1800).now).toBeUndefined();
    expect(arrangeTimeline(day, at('12:00'), 1800).now).toBeUndefined();
  });

  it('writes a label that fits, else the number in it, else nothing', () => {
    const labels = (width: number) =>
      arrangeTimeline(day, at('08:00'), width).blocks.map((b) => b.label);
    expect(labels(1800)).toEqual(['Lesson p1', undefined, 'Lesson p2']);
    // All lessons by their numbers, where one has no room for more.
    expect(labels(400)).toEqual(['1', undefined, '2']);
    expect(labels(100)).toEqual(['1', undefined, '2']);
    expect(arrangeTimeline(day, at('08:00'), 1800).blocks.map(({ hasTime }) => hasTime)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('writes all slots alike where a lesson has no room beside its time', () => {
    const lessons = entries('p1 08:00-08:35', 'p2 08:35-09:20', 'p3 09:20-14:00');
    const tight = (width: number) =>
      arrangeTimeline(lessons, at('08:00'), width).blocks.map(({ isTight }) => isTight);
    expect(tight(1800)).toEqual([false, false, false]);
    expect(tight(968)).toEqual([true, true, true]);
  });

  it('puts slots that run together into lanes', () => {
    const arranged = arrangeTimeline(
      entries('a 08:00-12:00', 'b 09:00-10:00', 'c 10:00-11:00'),
      at('08:00'),
      1800,
    );
    expect(arranged.lanes).toBe(2);
    expect(arranged.blocks.map(({ lane }) => lane)).toEqual([0, 1, 1]);
  });

  it('finds the number in other digits too', () => {
    const [slot] = entries('p1 08:00-09:00').map(({ slot }) => ({ ...slot, label: 'الحصة ٧' }));
    if (slot === undefined) throw new Error('expected a slot');
    const { blocks } = arrangeTimeline([{ slot, phase: 'coming' }], at('08:00'), 90);
    expect(blocks[0]?.label).toBe('٧');
  });
});
