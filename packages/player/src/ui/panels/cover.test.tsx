// @vitest-environment happy-dom
import type { Cover, Snapshot } from '@hallboard/shared';
import { render } from 'preact';
import { describe, expect, it } from 'vitest';
import { frameAt } from '../view.fixture.js';
import { cover } from './cover.js';

const BOX = { start: 0, top: 0, width: 1000, height: 344 };

/** @param rows `class | teacher | room` for one covered lesson each. */
function painted(rows: readonly string[], box = BOX) {
  const snapshot: Partial<Snapshot> = {
    cover: rows.map((row, index): Cover => {
      const [name = '', teacher = '', room = ''] = row.split(' | ');
      const rest = { slot: 'p1', date: '2026-11-24', teacher, room, absentTeacher: 'Ms Cole' };
      return { id: `${index}`, groups: [], kind: 'cover', class: name, ...rest };
    }),
  };
  const { frame, scene } = frameAt('08:10', { snapshot });
  const container = document.createElement('div');
  const turn = { page: 0, index: 0, count: 1 };
  render(<cover.View frame={frame} scene={scene} box={box} turn={turn} />, container);
  const all = (selector: string) => Array.from(container.querySelectorAll<HTMLElement>(selector));
  return {
    lines: all('.hb-line').map(({ textContent }) => textContent),
    steps: all('.hb-line > bdi, .hb-line-main > bdi').map(({ className }) => className),
    classes: all('.hb-class').map(({ style }) => style.minWidth),
    details: all('.hb-line.hb-muted > span').map(({ className }) => className),
  };
}

describe('the changes', () => {
  it('say which lesson is held by whom, where and for whom', () => {
    expect(painted(['5a | Mr Haddad | Gym', '6a | Ms Osei | Lab 1']).lines).toEqual([
      '5a Mr HaddadGym',
      'Lesson p1 · Ms Cole away',
      '6a Ms OseiLab 1',
      'Lesson p1 · Ms Cole away',
    ]);
  });

  it('align what stands beside the classes with the widest of them', () => {
    const [short, long] = painted(['5a | A | 1', 'Upper school | B | 2']).classes;
    expect(short).toBe(long);
    expect(painted(['5a | A | 1', '6a | B | 2']).classes).not.toContain(long);
  });

  it('write each change as large as it fits', () => {
    const teacher = 'Ms Featherstonehaugh-Jones';
    expect(painted(['5a | A | 1', `6a | ${teacher} | Laboratory`]).steps).toEqual([
      't56',
      't56',
      't40',
      't40',
    ]);
  });

  it('give a change that is alone a larger type', () => {
    expect(painted(['5a | A | 1']).steps).toEqual(['t84', 't84']);
    expect(painted(['5a | A | 1']).details).toEqual(['hb-line-main t56']);
  });

  it('never write the details larger than what they are of', () => {
    const { steps, details } = painted(['5a | Ms Featherstonehaugh-Jones | Lab 1']);
    expect(steps).toEqual(['t40', 't40']);
    expect(details).toEqual(['hb-line-main t40']);
  });
});
