import type { Effect } from './effect.js';
import type { PlayerEvent } from './event.js';
import type { PlayerState } from './state.js';
import type { TimerName } from './timers.js';
import type { Turn } from './turn.js';

/** What happens to sockets, files and bells alone. */
export type ExtraEvent = Extract<
  PlayerEvent,
  {
    readonly kind:
      | 'ring-claimed'
      | 'heard'
      | 'media-opened'
      | 'media-received'
      | 'media-committed'
      | 'channel';
  }
>;

/** What only they wait for. */
export type ExtraTimer = Extract<TimerName, 'channel' | 'bell' | 'media'>;

/** What only they ask of the world, and `make-room`, which is asked of where files are. */
export type ExtraEffect = Exclude<
  Effect,
  {
    readonly kind:
      | 'load-identity'
      | 'load-store'
      | 'request'
      | 'save'
      | 'remember'
      | 'cancel'
      | 'log';
  }
>;

/**
 * The part of the machine that a screen can paint and poll without: sockets, files and bells. A page
 * may load it after its first picture (PAGE-3).
 */
export interface TransitionExtras {
  onEvent(turn: Turn, event: ExtraEvent): void;
  onTimer(turn: Turn, name: ExtraTimer): void;
  /** One that threw is an outcome like any other: the worst one of its kind (WS-7). */
  onEffectFailed(turn: Turn, effect: ExtraEffect, detail: string): void;
  /** See `channel-supervisor.ts`. */
  onRefreshAccepted(turn: Turn, realtime: 'on' | 'off', networkReturned: boolean): void;
  /** See `channel-supervisor.ts`. */
  rebuildChannel(turn: Turn, spares: 'none' | 'young'): void;
  /** Runs after every event, with the state before it. */
  follow(turn: Turn, before: PlayerState, event: PlayerEvent): void;
}
