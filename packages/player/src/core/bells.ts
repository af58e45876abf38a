import type { RingClaim } from '../ports/snapshot-store.js';
import { countMissed, LATEST_BELL_MS, nextAlertRing, nextBell, type Ring } from '../scene/rings.js';
import { isConfirmed, trueTime } from './clock-estimate.js';
import type { EffectId } from './effect.js';
import type { Bells, PlayerState } from './state.js';
import { clearTimer, emit, log, newId, setTimer, type Turn } from './turn.js';

/** A ring is written down this long before its instant, so that it sounds on time. */
const CLAIM_LEAD_MS = 1_000;
/** From when others write a ring down to when a tab does that is muted: still within the second. */
const YIELD_MS = CLAIM_LEAD_MS + 500;
/** No ring waits longer for the device's storage (STORE-3), nor is it more than a second late. */
const CLAIM_TIMEOUT_MS = 2_000;
/** What is forgotten is still written down on the device. */
const DONE_KEPT = 32;

const WAITING: Bells['stage'] = { kind: 'waiting' };

/**
 * Looks what rings next, whenever something has changed that decides it. Rings are silent while the
 * screen's sound is off, bells also while the time is unconfirmed (TIME-1, TIME-6).
 */
export function planBells(turn: Turn): void {
  const { bells, time } = turn.state;
  if (bells.stage.kind === 'claiming') return;
  const nowMs = trueTime(time, turn.at);
  countMissedBells(turn, nowMs);
  const next = nextRing(turn.state, nowMs);
  const stage = next?.key === bells.next?.key ? bells.stage : WAITING;
  changeBells(turn, { next, stage });
  if (next === undefined) {
    clearTimer(turn, 'bell');
  } else {
    const leadMs = stage.kind === 'claimed' ? 0 : CLAIM_LEAD_MS;
    const dueInMs =
      stage.kind === 'yielding' ? stage.untilMs - turn.at : next.atMs - leadMs - nowMs;
    setTimer(turn, 'bell', Math.max(dueInMs, 0));
  }
}

/** Bells since the start, for which nobody has looked so far, are missed ones if they are too late. */
export function reviewBells(turn: Turn): void {
  const { time, startedAtMs } = turn.state;
  if (startedAtMs !== undefined && isConfirmed(time)) {
    changeBells(turn, { reviewedMs: trueTime(time, startedAtMs) });
  }
  planBells(turn);
}

/** The `bell` timer: time to write it down, time to ring, or storage that is too slow. */
export function onBellTimer(turn: Turn): void {
  if (turn.state.bells.stage.kind === 'claiming') {
    settle(turn, 'missed');
    return;
  }
  // A sleep, or a clock that was set, may have shown with this very event.
  planBells(turn);
  const { timers, bells } = turn.state;
  const { next, stage } = bells;
  if (next === undefined || timers.bell === undefined || timers.bell > turn.at) return;
  if (stage.kind === 'claimed') {
    ring(turn, next);
    return;
  }
  if (stage.kind === 'waiting' && bells.isMuted) {
    changeBells(turn, { stage: { kind: 'yielding', untilMs: turn.at + YIELD_MS } });
    setTimer(turn, 'bell', YIELD_MS);
    return;
  }
  const id = newId(turn);
  changeBells(turn, { stage: { kind: 'claiming', id } });
  setTimer(turn, 'bell', CLAIM_TIMEOUT_MS);
  emit(turn, { kind: 'claim-ring', id, key: next.key });
}

/**
 * What storage says to a ring. Only one that is known to be written down, and for the first time,
 * may sound: a ring that is lost is better than two (TIME-3).
 */
export function onRingClaimed(turn: Turn, id: EffectId, claim: RingClaim): void {
  const { stage } = turn.state.bells;
  if (stage.kind !== 'claiming' || stage.id !== id) return;
  if (claim !== 'first') {
    settle(turn, claim === 'failed' ? 'missed' : 'silent');
    return;
  }
  changeBells(turn, { stage: { kind: 'claimed' } });
  planBells(turn);
}

/**
 * Whether this tab is heard. One that is not claims a ring after those that may be, of which storage
 * takes the first (TIME-3, TIME-6); alone it claims all the same, since each ring is a trial too.
 */
export function onHeard(turn: Turn, isAudible: boolean): void {
  changeBells(turn, { isMuted: !isAudible });
}

function ring(turn: Turn, { key, occasion, file }: Ring): void {
  const { shown } = turn.state;
  if (shown.kind === 'empty') return;
  const { volume } = shown.generation.screen.sound;
  emit(turn, { kind: 'ring', key, occasion, file, volume });
  log(turn, 'info', 'bell.rang', { occasion });
  settle(turn, 'rung');
}

/** Nothing comes of this ring any more; the next one is looked for. */
function settle(turn: Turn, end: 'rung' | 'silent' | 'missed'): void {
  const { next, done, missed } = turn.state.bells;
  if (end === 'missed') log(turn, 'warn', 'bell.missed');
  changeBells(turn, {
    next: undefined,
    stage: WAITING,
    done: next === undefined ? done : [...done, next].slice(-DONE_KEPT),
    missed: end === 'missed' ? missed + 1 : missed,
  });
  planBells(turn);
}

function nextRing({ shown, time, bells, config }: PlayerState, nowMs: number): Ring | undefined {
  if (shown.kind === 'empty' || !config.rings || time.basis === 'memory') return undefined;
  const { snapshot, generation } = shown;
  if (!generation.screen.sound.on) return undefined;
  const alert = nextAlertRing(snapshot, nowMs, bells.done);
  const bell = isConfirmed(time)
    ? nextBell(snapshot, generation.screen, nowMs, bells.done)
    : undefined;
  return alert !== undefined && alert.atMs <= (bell?.atMs ?? Infinity) ? alert : bell;
}

/** Bells that a sleep, or a long doubt about the time, has swallowed since the last look. */
function countMissedBells(turn: Turn, nowMs: number): void {
  const { shown, time, bells, config } = turn.state;
  if (shown.kind === 'empty' || !isConfirmed(time)) return;
  const { snapshot, generation } = shown;
  const untilMs = nowMs - LATEST_BELL_MS;
  const isOn = config.rings && generation.screen.sound.on;
  const missed =
    isOn && bells.reviewedMs !== undefined
      ? countMissed(snapshot, generation.screen, bells.reviewedMs, untilMs, bells.done)
      : 0;
  changeBells(turn, { missed: bells.missed + missed, reviewedMs: untilMs });
  if (missed > 0) log(turn, 'warn', 'bell.missed', { missed });
}

function changeBells(turn: Turn, changes: Partial<Bells>): void {
  turn.state.bells = { ...turn.state.bells, ...changes };
}
