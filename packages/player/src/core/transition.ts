import { onBellTimer, onHeard, onRingClaimed, planBells, reviewBells } from './bells.js';
import { onChannelEvent } from './channel-frames.js';
import { onChannelTimer, onRefreshAccepted, rebuildChannel } from './channel-supervisor.js';
import { createTransition, type Transition } from './create-transition.js';
import type { PlayerEvent } from './event.js';
import {
  keepMedia,
  onMediaCommitted,
  onMediaOpened,
  onMediaReceived,
  onMediaTimer,
} from './media-keeper.js';
import type { PlayerState } from './state.js';
import type { ExtraEffect, ExtraEvent, ExtraTimer, TransitionExtras } from './transition-extras.js';
import { emit, setTimer, type Turn } from './turn.js';

/** Room is made by then; a device that has none waits longer for the try after that. */
const ROOM_IS_MADE_MS = 5_000;

const EXTRAS: TransitionExtras = {
  onEvent,
  onTimer,
  onEffectFailed,
  onRefreshAccepted,
  rebuildChannel,
  follow,
};

/** The whole player. */
export const transition: Transition = createTransition(EXTRAS);

function onEvent(turn: Turn, event: ExtraEvent): void {
  switch (event.kind) {
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
    case 'heard':
      onHeard(turn, event.isAudible);
      break;
  }
}

function onTimer(turn: Turn, name: ExtraTimer): void {
  switch (name) {
    case 'channel':
      onChannelTimer(turn);
      break;
    case 'bell':
      onBellTimer(turn);
      break;
    case 'media':
      onMediaTimer(turn);
      break;
  }
}

function onEffectFailed(turn: Turn, effect: ExtraEffect, detail: string): void {
  switch (effect.kind) {
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
    case 'ring':
    case 'expect-media':
    case 'stage-media':
    case 'make-room':
    case 'send':
    case 'close-channel':
    case 'command':
      break;
  }
}

function follow(turn: Turn, before: PlayerState, event: PlayerEvent): void {
  const { shown, time, contact, channel } = turn.state;
  if (event.kind === 'joined') {
    // As if the refresh that went well before they came had done so now.
    if (contact.kind === 'accepted' && channel.realtime === 'on') {
      onRefreshAccepted(turn, 'on', true);
    }
    reviewBells(turn);
    makeRoomForWaiting(turn);
  } else if (shown !== before.shown || time !== before.time) {
    planBells(turn);
  }
  keepMedia(turn);
}

/** A snapshot that found no room has so far had nobody to make any (STORE-5). */
function makeRoomForWaiting(turn: Turn): void {
  const { storage, timers } = turn.state;
  if (storage.kind !== 'ready' || storage.saving !== undefined || timers.save === undefined) return;
  emit(turn, { kind: 'make-room' });
  setTimer(turn, 'save', ROOM_IS_MADE_MS);
}
