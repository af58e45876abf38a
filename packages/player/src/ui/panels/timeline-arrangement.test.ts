import { describe, expect, it } from 'vitest';
import type { TimelineEntry } from '../../scene/scene.js';
import { at, slotOf } from '../../scene/snapshot.fixture.js';
import { arrangeTimeline } from './timeline-arrangement.js';

function entries(...texts: string[]): TimelineEntry[] {
  return texts.map((text) => ({ slot: slotOf(text), phase: 'coming' as const }));
}

describe('arrangeTimeline', () => {
  const day = [
    ...entries('p1 08:00-09:00'),
    { slot: slotOf('b 09:00-09:15', 'break'), phase: 'coming' as const },
    ...entries('p2 09:30-12:00'),
  ];

  it('is in proportion to time, gaps included', () => {
    const { blocks } = arrangeTimeline(day, at('08:00'), 1800);
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

  const labels = (timeline: TimelineEntry[], width: number) =>
    arrangeTimeline(timeline, at('08:00'), width).blocks.map(({ label }) => label);
  const times = (timeline: TimelineEntry[], width: number) =>
    arrangeTimeline(timeline, at('08:00'), width).blocks.map(({ hasTime }) => hasTime);

  it('writes what fits, of a break too: a time needs less than a name', () => {
    expect(labels(day, 1800)).toEqual(['Lesson p1', '', 'Lesson p2']);
    expect(times(day, 1800)).toEqual([true, true, true]);
  });

  it('writes lessons by their numbers where one has no room for its name', () => {
    expect(labels(day, 400)).toEqual(['1', '', '2']);
    expect(labels(day, 90)).toEqual(['', '', '2']);
  });

  it('writes no name where one has no room for its own, and has no number', () => {
    const named = day.map((entry) => ({
      ...entry,
      slot: { ...entry.slot, label: entry.slot.label.replace(/\d/, 'A') },
    }));
    expect(labels(named, 1800)).toEqual(['Lesson pA', '', 'Lesson pA']);
    expect(labels(named, 400)).toEqual(['', '', '']);
  });

  it('writes times of all lessons, or of none', () => {
    expect(times(day, 400)).toEqual([true, false, true]);
    expect(times(day, 300)).toEqual([false, false, false]);
  });

  it('puts a slot beside the row whose shorter slots it runs together with', () => {
    const timeline = entries('a 08:00-12:00', 'b 08:00-10:00', 'c 10:00-11:00', 'd 09:00-11:00');
    const { blocks } = arrangeTimeline(timeline, at('08:00'), 1800);
    expect(blocks.map(({ isBeside }) => isBeside)).toEqual([true, false, false, true]);
    expect(blocks.map(({ label }) => label)).toEqual(['', 'Lesson b', 'Lesson c', '']);
    expect(blocks.map(({ hasTime }) => hasTime)).toEqual([false, true, true, false]);
  });

  it('finds the number in other digits too', () => {
    const [slot] = entries('p1 08:00-09:00').map(({ slot }) => ({ ...slot, label: 'الحصة ٧' }));
    if (slot === undefined) throw new Error('expected a slot');
    const { blocks } = arrangeTimeline([{ slot, phase: 'coming' }], at('08:00'), 90);
    expect(blocks[0]?.label).toBe('٧');
  });
});
