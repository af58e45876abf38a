/** `Array.prototype.flatMap`, which engines below Chromium 69 lack. */
export function flatMap<T, U>(items: readonly T[], map: (item: T) => readonly U[]): readonly U[] {
  const none: readonly U[] = [];
  return none.concat(...items.map(map));
}

/**
 * Sorts by numeric keys, the first key first, and keeps the order of equals: engines below
 * Chromium 70 do not keep it by themselves.
 */
export function sortBy<T>(items: readonly T[], ...keys: ((item: T) => number)[]): readonly T[] {
  return items
    .map((item, index) => ({ item, ranks: [...keys.map((key) => key(item)), index] }))
    .sort((a, b) => compare(a.ranks, b.ranks))
    .map(({ item }) => item);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((rank, index) => rank !== b[index]);
  return (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1;
}
