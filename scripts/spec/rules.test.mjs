import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../lib/root.mjs';
import { parseRules, quotedRules } from './rules.mjs';

describe('parseRules', () => {
  it('reads ids, marks and texts, and nothing else', () => {
    const { rules, problems } = parseRules(
      [
        '# Words',
        '- **screen**: a place',
        '- [x] **A-1** **Never.** One',
        '- [ ] **A-2** Two',
      ].join('\n'),
    );
    expect(rules).toEqual([
      { id: 'A-1', done: true, text: '**Never.** One' },
      { id: 'A-2', done: false, text: 'Two' },
    ]);
    expect(problems).toEqual([]);
  });

  it.each([
    ['- A-1 One'],
    ['- **A-1** One'],
    ['- [X] **A-1** One'],
    ['- [ ] A-1 One'],
    ['* [x] **A-1** One'],
    ['  - [x] **A-1** One'],
  ])('names a line that was meant as a rule: %s', (line) => {
    expect(parseRules(`- [x] **B-1** One\n${line}`).problems).toEqual([
      'SPEC.md:2 looks like a rule but is not written as one',
    ]);
  });

  it('wants each id once, in order within its section', () => {
    const lines = ['A-1', 'A-3', 'A-2', 'B-1', 'A-1'].map((id) => `- [ ] **${id}** x`);
    expect(parseRules(lines.join('\n')).problems).toEqual([
      'A-2 comes after A-3',
      'A-1 is there twice',
    ]);
  });

  it('complains about a specification without rules', () => {
    expect(parseRules('# Nothing').problems).toEqual(['SPEC.md has no rules']);
  });

  it("finds nothing wrong with the project's own", () => {
    const { rules, problems } = parseRules(readFileSync(join(ROOT, 'SPEC.md'), 'utf8'));
    expect(problems).toEqual([]);
    expect(rules.length).toBeGreaterThanOrEqual(85);
  });
});

describe('quotedRules', () => {
  it('reads one or several, anywhere in the title', () => {
    const [one, two] = ['POLL-3', 'WS-5'];
    expect(quotedRules(`core [${one}] keeps polling`)).toEqual([one]);
    expect(quotedRules(`[${one}, ${two}] both [${two}]`)).toEqual([one, two]);
  });

  it('takes nothing else for a quotation', () => {
    expect(quotedRules('POLL-3 [text] [a-1] [1] [POLL-] (WS-5)')).toEqual([]);
  });
});
