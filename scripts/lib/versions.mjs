/**
 * Compares dotted numbers: `20.19.0` is at least `20.9.1`.
 * @param {string} version
 * @param {string} floor
 */
export function isAtLeast(version, floor) {
  const have = version.split('.').map(Number);
  for (const [index, needed] of floor.split('.').map(Number).entries()) {
    const part = have[index] || 0;
    if (part !== needed) return part > needed;
  }
  return true;
}
