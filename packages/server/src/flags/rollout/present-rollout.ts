import type { FlagsRecord } from '../../store/flag-records.js';
import type { ObservationRecord } from '../../store/observation-records.js';
import { type Criterion, judge } from './criteria.js';
import { STAGES, stageAt } from './stages.js';
import { windowStart } from './transition.js';
import { sumSlices } from './window.js';

interface Reach {
  readonly percentage: number | null;
  /** Of those without a say of their own. */
  readonly schools: { readonly on: number; readonly of: number };
}

/** A rollout as administrators see it. Instants are ms since the epoch. */
export type PresentedRollout = Reach &
  (
    | { readonly status: 'none' }
    | { readonly status: 'done'; readonly atMs: number }
    | {
        readonly status: 'halted';
        readonly stage: PresentedStage;
        readonly atMs: number;
        readonly why: string;
      }
    | {
        readonly status: 'running';
        readonly stage: PresentedStage;
        readonly startedAtMs: number;
        readonly enteredAtMs: number;
        /** When the next stage begins, unless this one is halted. */
        readonly nextAtMs: number;
        /** As they stand in the newest window. */
        readonly criteria: readonly Criterion[];
      }
  );

export interface PresentedStage {
  /** From 1. */
  readonly number: number;
  readonly of: number;
  readonly name: string;
}

export function presentRollout(
  { rollout, percentage }: FlagsRecord,
  schools: Reach['schools'],
  reports: readonly ObservationRecord[],
  nowMs: number,
): PresentedRollout {
  const reach = { percentage, schools };
  if (rollout === null) return { status: 'none', ...reach };
  switch (rollout.status) {
    case 'done':
      return { ...rollout, ...reach };
    case 'halted':
      return { ...rollout, stage: presentStage(rollout.stage), ...reach };
    case 'running': {
      const { stage, startedAtMs, enteredAtMs, baselineP95Ms } = rollout;
      return {
        status: 'running',
        ...reach,
        stage: presentStage(stage),
        startedAtMs,
        enteredAtMs,
        nextAtMs: enteredAtMs + stageAt(stage).observeMs,
        criteria: judge(sumSlices(reports, windowStart(rollout, nowMs)), baselineP95Ms),
      };
    }
  }
}

function presentStage(stage: number): PresentedStage {
  return { number: stage + 1, of: STAGES.length, name: stageAt(stage).name };
}
