import type { LogEntry } from '../ports/logger.js';
import type { Effect, EffectId } from './effect.js';
import type { Input } from './event.js';
import { type DrawName, drawUniform } from './random-state.js';
import type { PlayerState } from './state.js';
import type { MonoMs, TimerName } from './timers.js';
import type { TransitionExtras } from './transition-extras.js';

type Draft = { -readonly [Fact in keyof PlayerState]: PlayerState[Fact] };

/**
 * One transition in the making: the state so far and the effects so far. Each fact of the state is
 * replaced, never changed in place, and the draft lives only inside `transition()`, which is pure.
 */
export interface Turn {
  readonly state: Draft;
  readonly effects: Effect[];
  readonly at: MonoMs;
  readonly wallMs: number;
  /** `undefined` as long as they have not come. */
  readonly extras: TransitionExtras | undefined;
}

export function beginTurn(
  state: PlayerState,
  { at, wallMs }: Input,
  extras?: TransitionExtras,
): Turn {
  return { state: { ...state }, effects: [], at, wallMs, extras };
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
  turn.state.lastEffectId = id;
  return id;
}

/** Uniform in [0, `belowMs`). */
export function drawMs(turn: Turn, name: DrawName, belowMs: number): number {
  return draw(turn, name) * belowMs;
}

/** Uniform in [0, 1). */
export function draw(turn: Turn, name: DrawName): number {
  const [value, random] = drawUniform(turn.state.random, name);
  turn.state.random = random;
  return value;
}

/** Sets or moves a timer. `refresh` is the scheduler's alone (POLL-1). */
export function setTimer(turn: Turn, name: TimerName, delayMs: number): void {
  turn.state.timers = { ...turn.state.timers, [name]: turn.at + delayMs };
}

export function clearTimer(turn: Turn, name: TimerName): void {
  turn.state.timers = { ...turn.state.timers, [name]: undefined };
}
