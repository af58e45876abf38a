// @vitest-environment happy-dom
import type { Snapshot } from '@hallboard/shared';
import { render } from 'preact';
import { describe, expect, it } from 'vitest';
import { frameAt } from '../view.fixture.js';
import { classes } from './classes.js';

const BOX = { start: 0, top: 0, width: 1000, height: 330 };
const TALL_BOX = { ...BOX, height: 344 };

/** @param rows `subject | teacher | room` for one class each. */
function painted(rows: readonly string[], cover: Snapshot['cover'] = [], box = BOX) {
  const entries = rows.map((row) => row.split(' | '));
  const timetable = {
    classes: entries.map((_, index) => ({
      id: `c${index}`,
      name: `${index + 5}a`,
      division: 'main',
    })),
    lessons: entries.map(([subject = '', teacher = '', room = ''], index) => ({
      class: `c${index}`,
      cycleDay: 'tue',
      slot: 'p1',
      subject,
      teacher,
      room,
    })),
  };
  const { frame, scene } = frameAt('08:10', { snapshot: { timetable, cover } });
  const container = document.createElement('div');
  const turn = { page: 0, index: 0, count: 1 };
  render(<classes.View frame={frame} scene={scene} box={box} turn={turn} />, container);
  const columns = container.querySelector<HTMLElement>('.hb-grid')?.style.gridTemplateColumns;
  const lines = Array.from(container.querySelectorAll('.hb-entry > p'), (line) =>
    (line.textContent ?? '').trim(),
  );
  return { lines, columns, pages: classes.pages({ frame, scene, box }) };
}

describe('the classes', () => {
  it('say who is where with what', () => {
    const { lines } = painted(['Chemistry | Dr Petrov | Lab 1']);
    expect(lines).toEqual(['5a Lab 1', 'ChemistryDr Petrov']);
  });

  it('give the panel to a class that is alone, as on its own screen', () => {
    const single = painted(['Chemistry | Dr Petrov | Lab 1'], [], TALL_BOX);
    expect(single.lines).toEqual(['5aLab 1', 'Chemistry', 'Dr Petrov']);
    const two = painted(['Art | A | 1', 'Chemistry | Dr Petrov | Lab 1'], [], TALL_BOX);
    expect(two.lines).toEqual(['5a 1', 'ArtA', '6a Lab 1', 'ChemistryDr Petrov']);
  });

  it('leave out a teacher whose name would cut the subject', () => {
    const { lines } = painted(['Computer science | Ms Featherstonehaugh-Cholmondeley | IT 2']);
    expect(lines).toEqual(['5a IT 2', 'Computer science']);
  });

  it('have fewer columns where the longest subject needs them', () => {
    expect(painted(['Art | A | 1', 'Art | B | 2']).columns).toContain('repeat(2,');
    const long = painted(['Art | A | 1', `${'Natural science '.repeat(4)} | B | 2`]);
    expect(long.columns).toContain('repeat(1,');
  });

  it('mark a class that has a change, beside it or where there is room', () => {
    const cover = [
      { id: 'v', groups: [], kind: 'cover' as const, class: 'c0', slot: 'p1', date: '2026-11-24' },
    ];
    expect(painted(['Art | A | 1'], cover).lines).toEqual(['5a Cover1', 'Art']);
    const crowded = painted(['Art | A | Laboratory east 12'], cover);
    expect(crowded.lines).toEqual(['5a Laboratory east 12', 'ArtCover']);
  });
});
