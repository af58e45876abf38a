import type { LogEntry } from '../ports/logger.js';
import type { Effect, EffectId } from './effect.js';
import type { Input } from './event.js';
import { type DrawName, drawUniform } from './random-state.js';
import type { PlayerState } from './state.js';
import { type MonoMs, type TimerName, withoutTimer } from './timers.js';

/**
 * One transition in the making: the state so far and the effects so far. It lives only inside
 * `transition()`, which stays pure; every state it passes through is immutable.
 */
export interface Turn {
  state: PlayerState;
  readonly effects: Effect[];
  readonly at: MonoMs;
  readonly wallMs: number;
}

export function beginTurn(state: PlayerState, input: Input): Turn {
  return { state, effects: [], at: input.at, wallMs: input.wallMs };
}

export function change(turn: Turn, changes: Partial<PlayerState>): void {
  turn.state = { ...turn.state, ...changes };
}

export function emit(turn: Turn, effect: Effect): void {
  turn.effects.push(effect);
}

export function log(
  turn: Turn,
  level: LogEntry['level'],
  name: string,
  details?: LogEntry['details'],
): void {
  const entry = details === undefined ? { level, name } : { level, name, details };
  emit(turn, { kind: 'log', entry });
}

/** @returns an id that no effect has had yet. */
export function newId(turn: Turn): EffectId {
  const id = turn.state.lastEffectId + 1;
  change(turn, { lastEffectId: id });
  return id;
}

/** Uniform in [0, `belowMs`). */
export function drawMs(turn: Turn, name: DrawName, belowMs: number): number {
  return draw(turn, name) * belowMs;
}

/** Uniform in [0, 1). */
export function draw(turn: Turn, name: DrawName): number {
  const [value, random] = drawUniform(turn.state.random, name);
  change(turn, { random });
  return value;
}

/** Sets or moves a timer. `refresh` is the scheduler's alone (POLL-1). */
export function setTimer(turn: Turn, name: TimerName, delayMs: number): void {
  change(turn, { timers: { ...turn.state.timers, [name]: turn.at + delayMs } });
}

export function clearTimer(turn: Turn, name: TimerName): void {
  change(turn, { timers: withoutTimer(turn.state.timers, name) });
}
