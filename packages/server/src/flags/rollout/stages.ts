const DAY_MS = 24 * 3600 * 1000;

/** One step of a rollout: how far it reaches, and how long it is watched before the next (FLAG-3). */
export interface Stage {
  readonly name: string;
  readonly reach:
    | { readonly kind: 'schools'; readonly count: number }
    | { readonly kind: 'percentage'; readonly percentage: number };
  /** At least a whole school day, from its first bell to its last. */
  readonly observeMs: number;
}

function schools(count: number): Stage {
  const name = count === 1 ? '1 school' : `${count} schools`;
  return { name, reach: { kind: 'schools', count }, observeMs: DAY_MS };
}

function percent(percentage: number): Stage {
  return { name: `${percentage} %`, reach: { kind: 'percentage', percentage }, observeMs: DAY_MS };
}

/** In order; the last takes in everybody. */
export const STAGES: readonly Stage[] = [
  schools(1),
  schools(5),
  schools(20),
  percent(25),
  percent(50),
  percent(100),
];

/** @throws RangeError for a number that no stage has. */
export function stageAt(stage: number): Stage {
  const found = STAGES[stage];
  if (found === undefined) throw new RangeError(`There is no stage ${stage}`);
  return found;
}

/** Where a stage leads. */
export interface Entry {
  readonly stage: number;
  /** Never less than before: stages never shrink. */
  readonly percentage: number;
}

/**
 * Finds the next stage that takes in a school which the ones before did not; those that would add
 * nobody are not worth their time.
 *
 * @param after the stage that is over; -1 before the first.
 * @param percentage what is on already.
 * @param positions of the schools without a say of their own, in any order.
 * @returns `undefined` once everybody is in.
 */
export function nextStage(
  after: number,
  percentage: number,
  positions: readonly number[],
): Entry | undefined {
  if (percentage >= 100) return undefined;
  for (let stage = after + 1; stage < STAGES.length; stage += 1) {
    const limit = limitOf(stageAt(stage), positions);
    const isNew = (position: number): boolean => position >= percentage && position < limit;
    if (limit >= 100 || positions.some(isNew)) {
      return { stage, percentage: Math.max(limit, percentage) };
    }
  }
  return undefined;
}

/** A number of schools is a percentage too: one halfway to the school after the last of them. */
function limitOf({ reach }: Stage, positions: readonly number[]): number {
  if (reach.kind === 'percentage') return reach.percentage;
  const ordered = [...new Set(positions)].sort((a, b) => a - b);
  const last = ordered.slice(0, reach.count).at(-1) ?? 0;
  const following = ordered[reach.count] ?? 100;
  // All schools are few enough: the percentages to come decide about those that are added yet.
  return ordered.length === 0 ? 0 : (last + following) / 2;
}
