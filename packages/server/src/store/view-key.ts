import type { View } from '@hallboard/shared';

/** Names a view, so that equal views share one body (SNAP-5): `board`, `board+hall+year-7`. */
export function viewKey(view: View): string {
  return [view.layout, ...normaliseGroups(view.groups)].join('+');
}

/** Sorted and without repetitions, as a `View` has its groups. */
export function normaliseGroups(groups: readonly string[]): string[] {
  return [...new Set(groups)].sort();
}
