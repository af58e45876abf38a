import type { Cancel } from '../ports/clock.js';
import type { EarlyPorts } from '../ports/ports.js';
import { trueTime } from './clock-estimate.js';
import { type CoreConfig, DEFAULT_CORE_CONFIG } from './config.js';
import { createTransition, type Transition } from './create-transition.js';
import type { Effect } from './effect.js';
import { createEffectRunner, type Runner, type RunnerBase } from './effect-runner.js';
import type { PlayerEvent } from './event.js';
import { initialState } from './initial-state.js';
import type { PlayerState } from './state.js';
import { type DueTimer, earliestTimer, type MonoMs } from './timers.js';
import type { ExtraEffect } from './transition-extras.js';

export interface EarlyCoreOptions {
  readonly ports: EarlyPorts;
  /** The screen's token. Goes to the server and nowhere else. */
  readonly token: string;
  readonly config?: Partial<CoreConfig>;
  /**
   * Until it is joined; for simulations, which wrap it to watch every step.
   * @default createTransition()
   */
  readonly transition?: Transition;
}

/** The rest of the machine, and who carries out what it asks for. */
export interface CoreExtras {
  readonly transition: Transition;
  readonly createRunner: (base: RunnerBase) => Runner<ExtraEffect>;
}

/** A running player without a screen: it keeps a snapshot fresh and says what it knows. */
export interface PlayerCore {
  /** Begins. Does nothing if it has begun, or after `close()`. */
  start(): void;
  state(): PlayerState;
  /** Called after every event, at least once a second. @returns unsubscribes. */
  subscribe(listener: (state: PlayerState) => void): Cancel;
  /** Asks the server now, as far as budget and server allow (P-4, POLL-5). */
  refresh(): void;
  /** Says whether the newest sound was heard: a tab that is muted lets others ring (TIME-3). */
  noteHeard(isAudible: boolean): void;
  /** The true time as far as it is known, ms since the epoch (TIME-1). */
  trueNowMs(): number;
  /** Stops everything. Idempotent; nothing happens after it. */
  close(): void;
}

/** One that shows and polls, and may be joined by what it can do that without (PAGE-3). */
export interface EarlyCore extends PlayerCore {
  /** From now on it is a whole one, whatever it did so far. Called once at most. */
  join(extras: CoreExtras): void;
}

const SKIPPED_TIMER_MS = 10_000;

/**
 * Runs the machine: hands it one event at a time with the clocks' readings, runs the effects that
 * it asks for, and keeps one platform timer for the earliest of its own (POLL-1).
 */
export function createEarlyCore(options: EarlyCoreOptions): EarlyCore {
  const { ports } = options;
  const { clock } = ports;
  const config = { ...DEFAULT_CORE_CONFIG, ...options.config };
  const seed = Math.floor(ports.random.next() * 2 ** 32);
  let state = initialState(config, seed, clock.monotonicMs(), clock.wallMs());
  let { transition = createTransition() } = options;
  let phase: 'new' | 'running' | 'closed' = 'new';

  const queue: PlayerEvent[] = [];
  let isDraining = false;
  const listeners = new Set<(state: PlayerState) => void>();
  const runner = createEffectRunner({ ...options, dispatch });
  let unsubscribe: Cancel = () => undefined;
  /** The platform's timer, for the earliest of the state's. */
  let armed: (DueTimer & { readonly cancel: Cancel }) | undefined;

  /** Run to completion: an event that arrives meanwhile waits for its turn. */
  function dispatch(event: PlayerEvent): void {
    if (phase !== 'running') return;
    queue.push(event);
    if (isDraining) return;
    isDraining = true;
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) step(next);
    isDraining = false;
    arm();
    notify();
  }

  function step(event: PlayerEvent): void {
    const at = Math.max(clock.monotonicMs(), state.watch.atMs);
    try {
      const [next, effects] = transition(state, { at, wallMs: clock.wallMs(), event });
      state = next;
      for (const effect of effects) run(effect);
    } catch (error) {
      state = skip(state, event, at);
      tell('transition.failed', error);
    }
  }

  function run(effect: Effect): void {
    if (phase !== 'running') return;
    try {
      runner.run(effect);
    } catch (error) {
      // A log that fails leaves nobody to tell.
      if (effect.kind !== 'log') {
        dispatch({ kind: 'effect-failed', effect, detail: describeError(error) });
      }
    }
  }

  function arm(): void {
    if (phase !== 'running') return;
    const earliest = earliestTimer(state.timers);
    if (armed?.dueMs === earliest?.dueMs && armed?.name === earliest?.name) return;
    armed?.cancel();
    armed = undefined;
    if (earliest === undefined) return;
    const { name, dueMs } = earliest;
    const delayMs = Math.max(dueMs - clock.monotonicMs(), 0);
    armed = { name, dueMs, cancel: clock.setTimer(delayMs, onTimer) };
  }

  /** One timer at a time: two that are due together leave the page a breath between them. */
  function onTimer(): void {
    const due = armed;
    armed = undefined;
    if (due === undefined) return;
    if (due.dueMs <= clock.monotonicMs()) dispatch({ kind: 'timer', name: due.name });
    else arm();
  }

  function notify(): void {
    for (const listener of listeners) {
      try {
        listener(state);
      } catch (error) {
        tell('listener.failed', error);
      }
    }
  }

  function tell(name: string, error: unknown): void {
    const entry = { level: 'error', name, details: { detail: describeError(error) } } as const;
    run({ kind: 'log', entry });
  }

  return {
    start() {
      if (phase !== 'new') return;
      phase = 'running';
      unsubscribe = ports.connectivity.subscribe((hint) => dispatch({ kind: 'hint', hint }));
      dispatch({ kind: 'started' });
    },
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh: () => dispatch({ kind: 'asked' }),
    noteHeard: (isAudible) => dispatch({ kind: 'heard', isAudible }),
    join(extras) {
      runner.join(extras.createRunner);
      transition = extras.transition;
      dispatch({ kind: 'joined' });
    },
    trueNowMs: () => trueTime(state.time, clock.monotonicMs()),
    close() {
      if (phase === 'closed') return;
      phase = 'closed';
      unsubscribe();
      armed?.cancel();
      runner.close();
      listeners.clear();
      queue.length = 0;
    },
  };
}

/** A defect must not silence the screen: a timer that cannot be handled comes again (P-3). */
function skip(state: PlayerState, event: PlayerEvent, at: MonoMs): PlayerState {
  if (event.kind !== 'timer') return state;
  return { ...state, timers: { ...state.timers, [event.name]: at + SKIPPED_TIMER_MS } };
}

/** What an error says, for a log. */
export function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
