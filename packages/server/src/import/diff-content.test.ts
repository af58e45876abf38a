import { describe, expect, it } from 'vitest';
import { diffContent } from './diff-content.js';
import { importSchool } from './import-files.fixture.js';

describe('diffContent', () => {
  it('has nothing to say of what is the same', () => {
    expect(diffContent(importSchool(), importSchool())).toEqual([]);
  });

  it('tells what is added, changed and removed of each kind, for people', () => {
    const before = importSchool({
      holidays: [{ from: '2026-12-08', title: 'Our Lady' }],
      announcements: [{ id: 'import/a/1', level: 'info', groups: [], title: 'Fair' }],
    });
    const [main] = before.divisions;
    const after = importSchool({
      divisions: main === undefined ? [] : [{ ...main, week: { ...main.week, fri: 'regular' } }],
      holidays: [{ from: '2026-12-08', to: '2026-12-09', title: 'Our Lady' }],
      announcements: [{ id: 'mine', level: 'urgent', groups: ['hall'], title: 'Play' }],
    });
    expect(diffContent(before, after)).toEqual([
      { kind: 'weekdays', added: [], changed: ['main fri: short → regular'], removed: [] },
      {
        kind: 'holidays',
        added: [],
        changed: ['2026-12-08: Our Lady, until 2026-12-08 → Our Lady, until 2026-12-09'],
        removed: [],
      },
      {
        kind: 'notices',
        added: ['mine: title Play, groups ["hall"], level urgent'],
        changed: [],
        removed: ['title Fair, level info'],
      },
    ]);
  });
});
