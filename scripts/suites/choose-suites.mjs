/**
 * The suites that are named, in the order in which they run, and the build before those that need it:
 * what is tested is what the sources say now.
 * @template {Pick<import('./suite.mjs').Suite, 'name' | 'needsBuild'>} T
 * @param {readonly T[]} all
 * @param {readonly string[]} names none for all
 * @returns {readonly T[]}
 * @throws {Error} naming what is no suite
 */
export function chooseSuites(all, names) {
  if (names.length === 0) return all;
  const known = all.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Error(`No such suite: ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  }
  const chosen = all.filter(({ name }) => names.includes(name));
  const isBuilt = chosen.some(({ needsBuild }) => needsBuild);
  return all.filter((suite) => chosen.includes(suite) || (isBuilt && suite.name === 'build'));
}
