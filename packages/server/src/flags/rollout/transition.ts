import type { RolloutRecord } from '../../store/flag-records.js';
import type { ObservationRecord } from '../../store/observation-records.js';
import { judge, MIN_EVENTS } from './criteria.js';
import { nextStage, stageAt } from './stages.js';
import { p95, type Sums, sumSlices, WINDOW_MS } from './window.js';

/** What happens to a rollout. */
export type RolloutEvent =
  | { readonly kind: 'start' }
  /** Goes to the next stage before its time. */
  | { readonly kind: 'advance' }
  | { readonly kind: 'halt'; readonly why: string }
  | { readonly kind: 'observed'; readonly reports: readonly ObservationRecord[] };

/** What is to be done. */
export type RolloutAction =
  | { readonly kind: 'set-percentage'; readonly percentage: number }
  /** Nothing; the reason is for whoever asked. */
  | { readonly kind: 'refuse'; readonly reason: string };

/** What a rollout decides upon, beside its own state. */
export interface RolloutFacts {
  /** Wall clock. */
  readonly nowMs: number;
  /** The flag, as it is; `null` is none. */
  readonly percentage: number | null;
  /** Where the schools without a say of their own stand. */
  readonly positions: readonly number[];
}

type Running = Extract<RolloutRecord, { status: 'running' }>;
type State = RolloutRecord | null;
type Step = readonly [State, readonly RolloutAction[]];

/**
 * A stage is judged by what happened after this time: its screens learn from a poll that they may
 * have a socket, and the clocks of nodes differ by seconds.
 */
export const SETTLE_MS = 2 * 60_000;

/** The rollout as a pure machine (FLAG-3). The same state is returned where nothing changes. */
export function transitionRollout(state: State, event: RolloutEvent, facts: RolloutFacts): Step {
  const running = state?.status === 'running' ? state : undefined;
  switch (event.kind) {
    case 'start':
      return running ? refuse(state, 'A rollout is running already') : start(state, facts);
    case 'advance':
      return running ? advance(running, facts) : refuse(state, 'No rollout is running');
    case 'halt':
      return running ? halt(running, event.why, facts) : refuse(state, 'No rollout is running');
    case 'observed':
      return running ? observe(running, event.reports, facts) : [state, []];
  }
}

function start(state: State, facts: RolloutFacts): Step {
  const { nowMs } = facts;
  const percentage = facts.percentage ?? 0;
  const entry = nextStage(-1, percentage, facts.positions);
  if (entry === undefined) return refuse(state, 'Realtime is on for every school already');
  const running: Running = {
    status: 'running',
    stage: entry.stage,
    startedAtMs: nowMs,
    enteredAtMs: nowMs,
    base: percentage,
    baselineP95Ms: null,
  };
  return [running, [{ kind: 'set-percentage', percentage: entry.percentage }]];
}

function advance(state: Running, { nowMs, percentage, positions }: RolloutFacts): Step {
  const base = percentage ?? state.base;
  const entry = nextStage(state.stage, base, positions);
  if (entry === undefined) return [{ status: 'done', atMs: nowMs }, []];
  return [
    { ...state, stage: entry.stage, enteredAtMs: nowMs, base },
    [{ kind: 'set-percentage', percentage: entry.percentage }],
  ];
}

/** The last stage is switched off; those before it stay as they were. */
function halt({ stage, base }: Running, why: string, { nowMs }: RolloutFacts): Step {
  return [
    { status: 'halted', stage, atMs: nowMs, why },
    [{ kind: 'set-percentage', percentage: base }],
  ];
}

function observe(state: Running, reports: readonly ObservationRecord[], facts: RolloutFacts): Step {
  const { nowMs } = facts;
  const window = sumSlices(reports, windowStart(state, nowMs));
  const baselineP95Ms = state.baselineP95Ms ?? findBaseline(state, reports, window);
  const broken = judge(window, baselineP95Ms).find(({ isBroken }) => isBroken);
  if (broken !== undefined) return halt(state, broken.text, facts);
  const known = baselineP95Ms === state.baselineP95Ms ? state : { ...state, baselineP95Ms };
  const isOver = nowMs - state.enteredAtMs >= stageAt(state.stage).observeMs;
  return isOver ? advance(known, facts) : [known, []];
}

/** From when on the newest window counts. */
export function windowStart({ enteredAtMs }: Running, nowMs: number): number {
  return Math.max(nowMs - WINDOW_MS, enteredAtMs + SETTLE_MS);
}

/** From before the rollout; where too little was asked then, from its first window that suffices. */
function findBaseline(
  { startedAtMs }: Running,
  reports: readonly ObservationRecord[],
  window: Sums,
): number | null {
  const before = sumSlices(reports, startedAtMs - WINDOW_MS, startedAtMs);
  const enough = [before, window].map(({ latency }) => p95(latency));
  return enough.find(({ count }) => count >= MIN_EVENTS)?.ms ?? null;
}

function refuse(state: State, reason: string): Step {
  return [state, [{ kind: 'refuse', reason }]];
}
