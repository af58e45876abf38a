/**
 * What other programs wrote, looked at before it is believed: each says what it is that is not there.
 * All throw `TypeError`.
 */

/** @param {unknown} value @param {string} name @returns {Readonly<Record<string, unknown>>} */
export function recordOf(value, name) {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return /** @type {Record<string, unknown>} */ (value);
  }
  throw new TypeError(`${name} is no object`);
}

/** @param {unknown} value @param {string} name @returns {readonly unknown[]} */
export function listOf(value, name) {
  if (Array.isArray(value)) return value;
  throw new TypeError(`${name} is no list`);
}

/** @param {unknown} value @param {string} name @returns {readonly unknown[]} none where it is left out */
export function optionalListOf(value, name) {
  return value === undefined ? [] : listOf(value, name);
}

/** @param {unknown} value @param {string} name @returns {string} */
export function textOf(value, name) {
  if (typeof value === 'string') return value;
  throw new TypeError(`${name} is no text`);
}
