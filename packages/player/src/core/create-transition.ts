import { onAnswered } from './answer.js';
import { boot, endBoot, endBootIfAnswered, onIdentityLoaded } from './boot.js';
import type { Effect } from './effect.js';
import type { Input, PlayerEvent } from './event.js';
import { playableSnapshot } from './playable-snapshot.js';
import { onDeadline, startRefresh } from './refresh.js';
import type { PlayerState } from './state.js';
import { onSaved, onSaveTimer, onStoreLoaded } from './storage.js';
import type { TimerName } from './timers.js';
import type { TransitionExtras } from './transition-extras.js';
import { beginTurn, clearTimer, log, type Turn } from './turn.js';
import { onAsked, onTick, onWake, setNextTick, watchClocks } from './wake.js';

export type Transition = (
  state: PlayerState,
  input: Input,
) => readonly [PlayerState, readonly Effect[]];

/**
 * The player: what happened, and what follows from it. Pure: it reads no clock, draws no randomness
 * but its own and does nothing; the effects say what is to be done.
 * @param extras sockets, files and bells; without them it shows and polls (PAGE-3, P-1, P-3).
 */
export function createTransition(extras?: TransitionExtras): Transition {
  return (state, input) => {
    const turn = beginTurn(state, input, extras);
    watchClocks(turn);
    handle(turn, input.event);
    if (extras === undefined) showPlayable(turn, state);
    else extras.follow(turn, state, input.event);
    return [turn.state, turn.effects];
  };
}

/** Until somebody looks for files, what is shown is shown without them (STORE-4). */
function showPlayable(turn: Turn, before: PlayerState): void {
  const { shown, media } = turn.state;
  if (shown === before.shown || shown.kind === 'empty') return;
  turn.state.media = { ...media, playable: playableSnapshot(shown.snapshot, []) };
}

function handle(turn: Turn, event: PlayerEvent): void {
  switch (event.kind) {
    case 'started':
      boot(turn);
      setNextTick(turn);
      break;
    case 'timer':
      onTimer(turn, event.name);
      break;
    case 'identity-loaded':
      onIdentityLoaded(turn, event.id, event.identity);
      endBootIfAnswered(turn);
      break;
    case 'store-loaded':
      onStoreLoaded(turn, event.id, event.stored);
      endBootIfAnswered(turn);
      break;
    case 'answered':
      onAnswered(turn, event.id, event.outcome);
      break;
    case 'saved':
      onSaved(turn, event.id, event.saved);
      break;
    case 'hint':
      onWake(turn, event.hint);
      break;
    case 'asked':
      onAsked(turn);
      break;
    case 'effect-failed':
      onEffectFailed(turn, event.effect, event.detail);
      break;
    case 'joined':
      break;
    default:
      turn.extras?.onEvent(turn, event);
      break;
  }
}

/** One that has been moved meanwhile, as by a wake that showed with this very event, is not due. */
function onTimer(turn: Turn, name: TimerName): void {
  const dueMs = turn.state.timers[name];
  if (dueMs === undefined || dueMs > turn.at) return;
  clearTimer(turn, name);
  switch (name) {
    case 'boot':
      endBoot(turn);
      break;
    case 'refresh':
      startRefresh(turn);
      break;
    case 'deadline':
      onDeadline(turn);
      break;
    case 'save':
      onSaveTimer(turn);
      break;
    case 'tick':
      onTick(turn);
      break;
    default:
      turn.extras?.onTimer(turn, name);
      break;
  }
}

/** An effect that threw is an outcome like any other: the worst one of its kind (STORE-3). */
function onEffectFailed(turn: Turn, effect: Effect, detail: string): void {
  log(turn, 'error', 'effect.failed', { effect: effect.kind, detail });
  switch (effect.kind) {
    case 'request':
      onAnswered(turn, effect.id, {
        kind: 'failed',
        failure: { cause: 'network', detail },
      });
      break;
    case 'save':
      onSaved(turn, effect.id, false);
      break;
    case 'load-identity':
    case 'load-store':
      // As good as silent: both are asked again in time.
      break;
    case 'cancel':
    case 'remember':
    case 'log':
      break;
    default:
      turn.extras?.onEffectFailed(turn, effect, detail);
      break;
  }
}
