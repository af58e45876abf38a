import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../lib/root.mjs';
import { isManual, isRun, judgeFences } from './judge-fences.mjs';
import { judgeNames } from './named-things.mjs';
import { pageScript } from './page-script.mjs';
import { PAGES } from './pages.mjs';
import { readPage } from './read-page.mjs';
import { runPage, TIMEOUT_MS } from './run-page.mjs';
import { STAND_INS } from './stand-ins.mjs';

const READ = PAGES.map((page) => ({
  page,
  ...readPage(readFileSync(join(ROOT, page), 'utf8')),
}));
const RUN = READ.filter(({ fences }) => fences.some(isRun));

/** Code in a sentence that is a command, or a path of the project. */
const COMMAND_OR_PATH = /^(?:(?:[A-Z_]+=\S+ )*(?:npm|npx|hallboard) |cd |[\w-]+\/\S+$)/;

describe.each(READ)('$page', ({ page, fences, spans }) => {
  it('marks every block of commands that is not run, and says why', () => {
    expect(judgeFences(fences)).toEqual([]);
  });

  it('names nothing that does not exist', () => {
    const commands = fences
      .filter((fence) => isRun(fence) || isManual(fence))
      .flatMap(({ line, lines }) => lines.map((code, at) => ({ line: line + at, code })));
    const inSentences = spans.filter(({ code }) => COMMAND_OR_PATH.test(code));
    const wrong = [...commands, ...inSentences].flatMap(({ line, code }) =>
      judgeNames(code).map((problem) => `${page}:${line}: ${problem}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the commands', () => {
  it.each(RUN)('of $page run', { timeout: TIMEOUT_MS + 10_000 }, async ({ page, fences }) => {
    const { ok, output, ending } = await runPage(page, pageScript(fences, STAND_INS[page]));
    expect(ok, `${output}\nThe commands of ${page} ${ending}.`).toBe(true);
  });

  it('have stand-ins for no page that has none', () => {
    const pages = RUN.map(({ page }) => page);
    expect(Object.keys(STAND_INS).filter((page) => !pages.includes(page))).toEqual([]);
  });
});
