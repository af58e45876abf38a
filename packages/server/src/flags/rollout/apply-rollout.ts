import type { FlagChange, FlagsRecord, RolloutRecord } from '../../store/flag-records.js';
import type { Author } from '../author.js';
import { formatPercentage } from '../format-percentage.js';
import type { FlagEdit } from '../update-flags.js';
import { stageAt } from './stages.js';
import { type RolloutEvent, type RolloutFacts, transitionRollout } from './transition.js';

/** A rollout does not do what it is asked to; the message is for whoever asked. */
export class RolloutRefusedError extends Error {
  override readonly name = 'RolloutRefusedError';
}

/**
 * Takes a rollout one event further, together with the percentage that it moves: one write.
 *
 * @returns `undefined` if nothing changes.
 * @throws RolloutRefusedError
 */
export function applyRollout(
  flags: FlagsRecord,
  event: RolloutEvent,
  author: Author,
  facts: Omit<RolloutFacts, 'percentage'>,
): FlagEdit | undefined {
  const { percentage } = flags;
  const [rollout, actions] = transitionRollout(flags.rollout, event, { ...facts, percentage });
  let next = percentage;
  for (const action of actions) {
    if (action.kind === 'refuse') throw new RolloutRefusedError(action.reason);
    next = action.percentage;
  }
  if (rollout === flags.rollout) return undefined;
  const from = describeRollout(flags.rollout, percentage);
  const to = describeRollout(rollout, next);
  const why = rollout?.status === 'halted' ? { why: rollout.why } : {};
  const change: FlagChange = {
    atMs: facts.nowMs,
    ...author,
    ...why,
    flag: 'rollout',
    from,
    to,
  };
  // A baseline that became known is no change of a flag.
  return { flags: { rollout, percentage: next }, changes: from === to ? [] : [change] };
}

/** Where a rollout stands, and what is on: for people. */
function describeRollout(rollout: RolloutRecord | null, percentage: number | null): string {
  const on = formatPercentage(percentage);
  if (rollout === null || rollout.status === 'done') return `${rollout?.status ?? 'none'} (${on})`;
  return `${rollout.status} at ${stageAt(rollout.stage).name} (${on})`;
}
