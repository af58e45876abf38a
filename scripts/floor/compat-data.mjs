import data from '@mdn/browser-compat-data/forLegacyNode';

/** Chromium's version that a built page has to run on. */
const FLOOR = 64;

/** @typedef {import('@mdn/browser-compat-data/types').Identifier} Identifier */

/** @typedef {Map<string, boolean>} Names whether any owner of a name had it by the floor */

/** @type {Names} */
const globals = new Map();
/** @type {Names} */
const methods = new Map();
/** The language's own alone, since interfaces of the web may have had its names for longer. @type {Names} */
const ofLanguage = new Map();

const { api } = data;
const { builtins = {} } = data.javascript;

for (const owners of [api, builtins, builtins.Intl ?? {}]) {
  for (const [name, owner] of partsOf(owners)) {
    note(globals, name, owner);
    for (const [member, part] of partsOf(owner)) note(methods, member, part);
  }
}
for (const [name, owner] of partsOf(builtins)) {
  // What came later as a whole is found by its own name.
  if (isNewerGlobal(name)) continue;
  for (const [member, part] of partsOf(owner)) note(ofLanguage, member, part);
}

/** @param {object} owner @returns {[string, Identifier][]} */
function partsOf(owner) {
  return Object.entries(owner).filter(([name]) => !name.startsWith('__'));
}

/**
 * @param {Names} names
 * @param {string} key such as `fromEntries_static`
 * @param {Identifier} part
 */
function note(names, key, part) {
  const { __compat: compat } = part;
  if (compat === undefined) return;
  const name = key.replace(/_(static|event)$/, '');
  names.set(name, names.get(name) === true || isAtFloor(compat.support.chrome));
}

/** @param {import('@mdn/browser-compat-data/types').SupportStatement | undefined} support */
function isAtFloor(support) {
  return [support ?? { version_added: false }]
    .flat()
    .filter(({ flags, prefix, alternative_name }) => !(flags ?? prefix ?? alternative_name))
    .some(({ version_added: added }) => Number.parseFloat(String(added).replace('≤', '')) <= FLOOR);
}

/** @param {string} name @returns {boolean} whether every method of that name came after the floor. */
export function isNewerMethod(name) {
  return methods.get(name) === false || ofLanguage.get(name) === false;
}

/** @param {string} name of a global, or of what `Intl` has. @returns {boolean} */
export function isNewerGlobal(name) {
  return globals.get(name) === false;
}
