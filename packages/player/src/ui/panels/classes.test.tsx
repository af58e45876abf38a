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
  /** Of the type of what matches, in the order of the entries. */
  const steps = (selector: string) =>
    Array.from(
      container.querySelectorAll(selector),
      ({ className }) => /t\d+/.exec(className)?.[0],
    );
  return { lines, columns, steps };
}

const COVER = [
  { id: 'v', groups: [], kind: 'cover' as const, class: 'c0', slot: 'p1', date: '2026-11-24' },
];

describe('the classes', () => {
  it('say who is where with what', () => {
    const { lines } = painted(['Chemistry | Dr Petrov | Lab 1']);
    expect(lines).toEqual(['5a Lab 1', 'ChemistryDr Petrov']);
  });

  it('give the panel to a class that is alone, as on its own screen', () => {
    const single = painted(['Chemistry | Dr Petrov | Lab 1'], [], TALL_BOX);
    expect(single.lines).toEqual(['5a', 'Chemistry', 'Lab 1Dr Petrov']);
    const two = painted(['Art | A | 1', 'Chemistry | Dr Petrov | Lab 1'], [], TALL_BOX);
    expect(two.lines).toEqual(['5a 1', 'ArtA', '6a Lab 1', 'ChemistryDr Petrov']);
  });

  it('say large and beside the class that it has a change, where it is alone', () => {
    const { lines, steps } = painted(['Art | A | 1'], COVER, TALL_BOX);
    expect(lines).toEqual(['5a Cover', 'Art', '1']);
    expect(steps('.hb-change')).toEqual(['t40']);
  });

  it('have fewer columns where a subject needs them, and none for its teacher alone', () => {
    const rows = ['Art | A | 1', 'Art | B | 2', 'Art | C | 3'];
    const long = painted(['Computer science | Ms Featherstonehaugh | IT 2', ...rows]);
    expect(long.columns).toContain('repeat(2,');
    expect([long.lines[1], long.lines[3]]).toEqual(['Computer science', 'ArtA']);
    const longer = painted([`Computer science ${'and more '.repeat(3)} | A | IT 2`, ...rows]);
    expect(longer.columns).toContain('repeat(1,');
  });

  it('put a room below a change that leaves it no place, and leave neither out', () => {
    const rows = ['Art | A | Laboratory east', 'Art | B | 2', 'Art | C | 3'];
    expect(painted(rows).lines.slice(0, 2)).toEqual(['5a Laboratory east', 'ArtA']);
    const { columns, lines } = painted(rows, COVER);
    expect(columns).toContain('repeat(2,');
    expect(lines.slice(0, 2)).toEqual(['5a Cover', 'ArtLaboratory east']);
  });

  it('leave out a teacher whose name would cut the subject on the longest line', () => {
    const { lines } = painted([
      `${'Natural science '.repeat(4)} | ${'Ms Nowak '.repeat(5)} | IT 2`,
    ]);
    expect(lines).toEqual(['5a IT 2', 'Natural science '.repeat(4).trim()]);
  });

  it('write each subject and room as large as it fits', () => {
    const rows = ['Art | A | Laboratory', `${'Natural science '.repeat(4)} | B | 2`];
    const { steps } = painted(rows, [], TALL_BOX);
    expect(steps('.hb-line-main > span')).toEqual(['t40', 't28']);
    const long = painted(['Art | A | Hall', `Art | A | ${'Laboratory '.repeat(5)}`], [], TALL_BOX);
    expect(long.steps('.hb-line > bdi:not(.hb-muted)')).toEqual(['t40', 't28']);
  });
});
