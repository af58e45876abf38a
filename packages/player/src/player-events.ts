import type { CommandName, Revision } from '@hallboard/shared';
import type { PlayerError } from './errors.js';
import type { PlayerStatus } from './player-status.js';
import type { Scene } from './scene/scene.js';

/** What a player tells, by the name of the event. */
export interface PlayerEvents {
  /** Content is painted for the first time; once. */
  readonly ready: { readonly revision: Revision };
  /** Another scene is painted: the next slot, an alert, or other content. */
  readonly scenechange: { readonly scene: Scene };
  /** Another revision is painted. */
  readonly revision: { readonly revision: Revision };
  /** Something about how the player is doing has changed. */
  readonly status: PlayerStatus;
  /** The list of degradations has changed, for the worse or the better. */
  readonly degraded: PlayerStatus;
  /** A refresh failed. The screen keeps what it shows, and the next one is scheduled (P-3). */
  readonly error: { readonly error: PlayerError };
  /**
   * An administrator asks something of this screen (WS-2). `identify` is the player's, and shows
   * already; `reload` is for the page around it.
   */
  readonly command: { readonly name: CommandName };
}

export type PlayerEventName = keyof PlayerEvents;

const NAMES: Readonly<Record<PlayerEventName, true>> = {
  ready: true,
  scenechange: true,
  revision: true,
  status: true,
  degraded: true,
  error: true,
  command: true,
};

/** The names of all events, for whoever passes them on. */
export const PLAYER_EVENTS = /* @__PURE__ */ Object.keys(NAMES) as readonly PlayerEventName[];

export interface PlayerEmitter {
  /** @returns unsubscribes. */
  on<Name extends PlayerEventName>(
    name: Name,
    listener: (event: PlayerEvents[Name]) => void,
  ): () => void;
  emit<Name extends PlayerEventName>(name: Name, event: PlayerEvents[Name]): void;
  clear(): void;
}

/** @param onThrow hears of a listener that threw; the others are called nevertheless. */
export function createPlayerEmitter(onThrow: (error: unknown) => void): PlayerEmitter {
  const listeners = new Set<{
    readonly name: PlayerEventName;
    readonly hear: (event: never) => void;
  }>();
  return {
    on(name, hear) {
      const listener = { name, hear };
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    emit(name, event) {
      for (const listener of listeners) {
        if (listener.name !== name) continue;
        try {
          listener.hear(event as never);
        } catch (error) {
          onThrow(error);
        }
      }
    },
    clear: () => listeners.clear(),
  };
}
