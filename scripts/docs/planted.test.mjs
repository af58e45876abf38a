/** What is wrong on a page has to be seen: planted pages. */
import { describe, expect, it } from 'vitest';
import { judgeFences } from './judge-fences.mjs';
import { judgeNames } from './named-things.mjs';
import { pageScript } from './page-script.mjs';
import { readPage } from './read-page.mjs';
import { runPage, TIMEOUT_MS } from './run-page.mjs';

const page = (/** @type {string[]} */ ...lines) => readPage(lines.join('\n'));

describe('a planted page', () => {
  it.each([
    ['hallboard screens', 'hallboard school ad "Hill School"', 'unknown command'],
    ['hallboard schools', 'hallboard screens --colour', 'unknown option'],
    ['true', 'npm frobnicate', 'npm frobnicate is not known'],
    ['false', 'true', ''],
  ])('with "%s; %s" fails at the line', { timeout: TIMEOUT_MS }, async (first, second, said) => {
    const { fences } = page(
      '# Page',
      '```sh',
      first,
      '```',
      '- In a list',
      '  ```sh',
      `  ${second}`,
      '  ```',
    );
    const { ok, output } = await runPage('planted.md', pageScript(fences));
    expect(ok).toBe(false);
    expect(output).toContain(said);
    expect(output).toMatch(said === '' ? /^planted\.md:3: / : /^planted\.md:7: /m);
  });

  it('with commands that are not run has to say why', () => {
    const { fences } = page(
      '```sh manual',
      'sudo x',
      '```',
      '```bash',
      'x',
      '```',
      '```',
      'y',
      '```',
    );
    const more = page('```console later: no', 'z', '```', '```sh manual: root', 'w', '```');
    expect(judgeFences([...fences, ...more.fences])).toEqual([
      'line 1: "sh manual" is neither run nor "sh manual: <why>"',
      'line 7: the fence names no language (text, where it is none)',
      'line 1: "console later: no" is neither run nor "console manual: <why>"',
    ]);
  });

  it('with a fence that is not closed is refused', () => {
    expect(() => page('# Page', '```sh', 'true')).toThrow('The fence in line 2 is not closed.');
  });

  it('with a stand-in that stands for nothing is refused', () => {
    const { fences } = page('```sh', 'hallboard self-test <code>', '```');
    expect(pageScript(fences, { replace: { '<code>': 'ABC' } })).toBe('\nhallboard self-test ABC');
    expect(() => pageScript(fences, { replace: { '<pid>': '1' } })).toThrow('"<pid>"');
  });
});

describe('what is named', () => {
  it.each([
    ['sudo -u kiosk hallboard', []],
    ['hallboard alert set weather "a --storm" --drill --school north # --not', []],
    ['NAME=x npm run --silent hallboard -- flag kill on --why "it --flaps"', []],
    ['cd e2e && npx playwright test specs/power-cut.spec.ts', []],
    ['npm test -- lint docs', []],
    ['hallboard flag kil on', ['there is no "hallboard flag kil"']],
    ['hallboard alert set weather x --al', ['"hallboard alert set" has no option --al']],
    ['npm run --silent hallboard -- pear', ['there is no "hallboard pear"']],
    ['npm run galery -- honour', ['there is no npm script "galery"']],
    ['npm tset', ['there is no npm script "tset"']],
    ['npm test -- docs dcos', ['there is no suite "dcos"']],
    ['cd e2e && cat specs/none.ts deploy/kiosk/none', ['there is no deploy/kiosk/none']],
  ])('by "%s" is looked for', (line, wrong) => {
    expect(judgeNames(line)).toEqual(wrong);
  });
});
