/**
 * The house rules of CONTRIBUTING.md that the linter checks, each with code that breaks it.
 *
 * @typedef {object} HouseRule
 * @property {string} rule as the linter calls it
 * @property {string} code
 * @property {string} [path] `@default` a file of the player's adapters
 */

const ADAPTER = 'packages/player/src/adapters/planted.ts';
const TEST = 'packages/player/src/core/planted.test.ts';
const SPEC = 'e2e/specs/planted.spec.ts';

const IMPORTS = 'lint/style/noRestrictedImports';
const GLOBALS = 'lint/style/noRestrictedGlobals';
const PROPERTIES = 'lint/nursery/noJsRestrictedProperties';

/** @type {readonly (HouseRule & { path: string })[]} */
export const HOUSE_RULES = [
  { rule: 'lint/style/noExcessiveLinesPerFile', code: 'f();\n'.repeat(401) },
  { rule: 'lint/performance/noReExportAll', code: "export * from './clock.js';" },
  { rule: 'lint/style/noDefaultExport', code: 'export default 1;' },
  { rule: 'lint/style/noEnum', code: 'export enum Planted { A }' },
  { rule: 'lint/style/noNonNullAssertion', code: 'export const f = (a?: string) => a!.length;' },
  { rule: 'lint/suspicious/noExplicitAny', code: 'export const a: any = 1;' },
  { rule: 'lint/suspicious/noTsIgnore', code: '// @ts-ignore\nexport const a: string = 1;' },
  {
    rule: 'lint/suspicious/noEmptyBlockStatements',
    code: 'export const f = (g: () => void) => { try { g(); } catch {} };',
  },
  { rule: 'lint/suspicious/noConsole', code: "console.log('planted');" },
  {
    rule: 'lint/nursery/noFloatingPromises',
    code: 'async function f(): Promise<void> {}\nexport function g(): void { f(); }',
  },
  {
    rule: 'lint/nursery/useExhaustiveSwitchCases',
    code: `type State = { kind: 'a' } | { kind: 'b' };
export function f(state: State): void { switch (state.kind) { case 'a': return; } }`,
  },
  { rule: 'lint/suspicious/noFocusedTests', path: TEST, code: "it.only('a', () => f());" },
  { rule: 'lint/suspicious/noSkippedTests', path: TEST, code: "it.skip('a', () => f());" },
  { rule: IMPORTS, path: TEST, code: "import { setTimeout } from 'node:timers/promises';" },
  {
    rule: 'lint/suspicious/noPlaywrightWaitForTimeout',
    path: SPEC,
    code: 'export const f = async (page) => { await page.waitForTimeout(1000); };',
  },
  { rule: IMPORTS, path: SPEC, code: "import { setTimeout } from 'node:timers/promises';" },
  {
    rule: 'lint/style/useFilenamingConvention',
    path: 'packages/player/src/adapters/FilePlanted.ts',
    code: 'export const a = 1;',
  },
  ...pure('packages/shared/src'),
  ...['ports', 'scene', 'core', 'ui'].flatMap((name) => pure(`packages/player/src/${name}`)),
  ...pure('packages/player/src'),
  ...['store', 'content', 'gateway', 'display', 'flags'].flatMap((name) =>
    punctual(`packages/server/src/${name}`),
  ),
  ...punctual('packages/player/src/testing'),
  { rule: GLOBALS, path: 'packages/player/src/ui/planted.ts', code: "fetch('/planted');" },
  { rule: GLOBALS, path: 'packages/server/src/content/planted.ts', code: 'process.exit(1);' },
].map(({ path = ADAPTER, ...rule }, index) => ({
  ...rule,
  // Each in a file of its own.
  path: path.replace(/lanted/, `lanted-${index}`),
}));

/**
 * Time and chance are injected; nothing here has a use for `Date` at all.
 * @param {string} folder
 * @returns {HouseRule[]}
 */
function pure(folder) {
  const path = `${folder}/planted.ts`;
  return [
    { rule: GLOBALS, path, code: 'export const a = Date.now();' },
    { rule: GLOBALS, path, code: 'export const a = new Date();' },
    { rule: GLOBALS, path, code: 'export const a = performance.now();' },
    { rule: PROPERTIES, path, code: 'export const a = Math.random();' },
    { rule: PROPERTIES, path, code: 'const { random } = Math;\nexport const a = random();' },
  ];
}

/**
 * These folders may write a given instant as a date, but never ask what time it is.
 * @param {string} folder
 * @returns {HouseRule[]}
 */
function punctual(folder) {
  const path = `${folder}/planted.ts`;
  return [
    { rule: PROPERTIES, path, code: 'export const a = Date.now();' },
    { rule: 'plugin', path, code: 'export const a = new Date();' },
    { rule: GLOBALS, path, code: 'export const a = setTimeout(f, 1000);' },
    { rule: PROPERTIES, path, code: 'export const a = Math.random();' },
  ];
}
