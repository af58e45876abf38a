import { onAnswered } from './answer.js';
import { onBellTimer, onHeard, onRingClaimed, planBells } from './bells.js';
import { boot, endBoot, endBootIfAnswered, onIdentityLoaded } from './boot.js';
import { onChannelEvent } from './channel-frames.js';
import { onChannelTimer } from './channel-supervisor.js';
import type { Effect } from './effect.js';
import type { Input, PlayerEvent } from './event.js';
import {
  keepMedia,
  onMediaCommitted,
  onMediaOpened,
  onMediaReceived,
  onMediaTimer,
} from './media-keeper.js';
import { onDeadline, startRefresh } from './refresh.js';
import type { PlayerState } from './state.js';
import { onSaved, onSaveTimer, onStoreLoaded } from './storage.js';
import type { TimerName } from './timers.js';
import { beginTurn, clearTimer, log, type Turn } from './turn.js';
import { onAsked, onTick, onWake, setNextTick, watchClocks } from './wake.js';

export type Transition = (
  state: PlayerState,
  input: Input,
) => readonly [PlayerState, readonly Effect[]];

/**
 * The whole player: what happened, and what follows from it. Pure: it reads no clock, draws no
 * randomness but its own and does nothing; the effects say what is to be done.
 */
export const transition: Transition = (state, input) => {
  const turn = beginTurn(state, input);
  watchClocks(turn);
  handle(turn, input.event);
  const { shown, time } = turn.state;
  if (shown !== state.shown || time !== state.time) planBells(turn);
  keepMedia(turn);
  return [turn.state, turn.effects];
};

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
    case 'ring-claimed':
      onRingClaimed(turn, event.id, event.claim);
      break;
    case 'media-opened':
      onMediaOpened(turn, event.id, event.outcome);
      break;
    case 'media-received':
      onMediaReceived(turn, event.id, event.outcome);
      break;
    case 'media-committed':
      onMediaCommitted(turn, event.id, event.outcome);
      break;
    case 'channel':
      onChannelEvent(turn, event.id, event.event);
      break;
    case 'hint':
      onWake(turn, event.hint);
      break;
    case 'heard':
      onHeard(turn, event.isAudible);
      break;
    case 'asked':
      onAsked(turn);
      break;
    case 'effect-failed':
      onEffectFailed(turn, event.effect, event.detail);
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
    case 'channel':
      onChannelTimer(turn);
      break;
    case 'save':
      onSaveTimer(turn);
      break;
    case 'bell':
      onBellTimer(turn);
      break;
    case 'media':
      onMediaTimer(turn);
      break;
    case 'tick':
      onTick(turn);
      break;
  }
}

/** An effect that threw is an outcome like any other: the worst one of its kind (STORE-3, WS-7). */
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
    case 'claim-ring':
      onRingClaimed(turn, effect.id, 'failed');
      break;
    case 'open-channel':
    case 'hello':
      onChannelEvent(turn, effect.id, { kind: 'closed', code: 1006, reason: '' });
      break;
    case 'open-media':
      onMediaOpened(turn, effect.id, 'failed');
      break;
    case 'download-media':
      onMediaReceived(turn, effect.id, { kind: 'failed', failure: { cause: 'network', detail } });
      break;
    case 'commit-media':
      onMediaCommitted(turn, effect.id, { kind: 'refused', cause: 'failed' });
      break;
    case 'load-identity':
    case 'load-store':
      // As good as silent: both are asked again in time.
      break;
    case 'cancel':
    case 'remember':
    case 'ring':
    case 'expect-media':
    case 'stage-media':
    case 'make-room':
    case 'send':
    case 'close-channel':
    case 'command':
    case 'log':
      break;
  }
}
