import type { Snapshot } from '@hallboard/shared';
import { flatMap } from './lists.js';

/** What decides whether an item is shown. */
interface Windowed {
  readonly groups: readonly string[];
  readonly validFrom?: number;
  readonly validUntil?: number;
}

/** The items meant for a view: those for all, and those for one of its groups (P-8). */
export function itemsFor<T extends Pick<Windowed, 'groups'>>(
  view: Snapshot['view'],
  items: readonly T[],
): readonly T[] {
  return items.filter(
    ({ groups }) => groups.length === 0 || groups.some((group) => view.groups.includes(group)),
  );
}

/** The items whose window contains `nowMs`. */
export function shownAt<T extends Windowed>(items: readonly T[], nowMs: number): readonly T[] {
  return items.filter(
    ({ validFrom = -Infinity, validUntil = Infinity }) => validFrom <= nowMs && nowMs < validUntil,
  );
}

/** Every instant at which one of the items appears or goes. */
export function windowBorders(items: readonly Windowed[]): readonly number[] {
  return flatMap(items, ({ validFrom = -Infinity, validUntil = Infinity }) =>
    validFrom < validUntil ? [validFrom, validUntil] : [],
  );
}
