const SHELLS = new Set(['sh', 'bash', 'console', 'shell']);
/** `sh manual: why` */
const MANUAL = /^manual:\s*\S/;

/**
 * @param {import('./read-page.mjs').Fence} fence
 * @returns {boolean} whether its commands are run by the test
 */
export function isRun({ language, mark }) {
  return SHELLS.has(language) && mark === '';
}

/**
 * @param {import('./read-page.mjs').Fence} fence
 * @returns {boolean} whether its commands are for a person, on another machine
 */
export function isManual({ language, mark }) {
  return SHELLS.has(language) && MANUAL.test(mark);
}

/**
 * Blocks of which nobody would know whether they are commands, and whether those are run.
 * @param {readonly import('./read-page.mjs').Fence[]} fences
 * @returns {string[]} what is wrong
 */
export function judgeFences(fences) {
  return fences.flatMap((fence) => {
    const { language, mark } = fence;
    const where = `line ${fence.line - 1}`;
    if (language === '') return [`${where}: the fence names no language (text, where it is none)`];
    if (!SHELLS.has(language) || isRun(fence) || isManual(fence)) return [];
    return [`${where}: "${language} ${mark}" is neither run nor "${language} manual: <why>"`];
  });
}
