import { type MediaRef, SLOT_KINDS, type Snapshot } from '@hallboard/shared';
import type { NeededFile } from './media-state.js';

const ALWAYS = -Infinity;

interface Need {
  readonly file: MediaRef | undefined;
  readonly groups: readonly string[];
  readonly validFrom?: number;
  readonly validUntil?: number;
}

/**
 * The files that a snapshot needs from `nowMs` on, true time: the sounds of bells first, which are
 * small and rung from the device alone, then the school's logo, then items, the soonest needed first.
 */
export function neededFiles(snapshot: Snapshot, nowMs: number): readonly NeededFile[] {
  const { school, view, bells, media, honours } = snapshot;
  const sounds = SLOT_KINDS.map((kind) => bells?.sounds[kind]);
  const needs: readonly Need[] = [
    ...[...sounds, school.logo].map((file) => ({ file, groups: [], validFrom: ALWAYS })),
    ...media.map(({ poster, ...item }) => ({ ...item, file: poster })),
    ...media,
    ...honours.map(({ photo, ...item }) => ({ ...item, file: photo })),
  ];
  const soonest = needs
    .map(({ validFrom = nowMs, validUntil = Infinity, ...need }, order) => ({
      ...need,
      // What is needed already is needed in the published order.
      fromMs: validFrom === ALWAYS ? ALWAYS : Math.max(validFrom, nowMs),
      untilMs: validUntil,
      order,
    }))
    .filter(({ groups, untilMs }) => untilMs > nowMs && isFor(view.groups, groups))
    .sort((a, b) => (a.fromMs === b.fromMs ? a.order - b.order : a.fromMs - b.fromMs));

  const needed = new Map<string, NeededFile>();
  for (const { file, untilMs } of soonest) {
    if (file === undefined) continue;
    const known = needed.get(file.hash);
    needed.set(file.hash, { file, untilMs: Math.max(untilMs, known?.untilMs ?? untilMs) });
  }
  return [...needed.values()];
}

function isFor(viewGroups: readonly string[], groups: readonly string[]): boolean {
  return groups.length === 0 || groups.some((group) => viewGroups.includes(group));
}
