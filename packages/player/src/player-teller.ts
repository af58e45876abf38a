import type { PlayerState } from './core/state.js';
import { toPlayerError } from './errors.js';
import type { PlayerEmitter } from './player-events.js';
import type { PlayerStatus } from './player-status.js';
import type { Scene } from './scene/scene.js';

/** What was painted, in the words of the events. */
export interface Painted {
  readonly state: PlayerState;
  readonly status: PlayerStatus;
  /** `undefined` as long as there is no content. */
  readonly scene: Scene | undefined;
}

/** Tells, after each painting, what is different from the one before. */
export function createTeller(emit: PlayerEmitter['emit']): (painted: Painted) => void {
  let last: Painted | undefined;

  return (painted) => {
    const { state, status, scene } = painted;
    const previous = last;
    last = painted;

    const { revision } = status;
    if (scene !== undefined && revision !== undefined) {
      if (previous?.scene === undefined) emit('ready', { revision });
      if (previous?.status.revision !== revision) emit('revision', { revision });
      if (previous?.scene !== scene) emit('scenechange', { scene });
    }
    if (previous === undefined || !isSame(previous.status, status)) emit('status', status);
    if (previous?.status.degradations.join() !== status.degradations.join()) {
      emit('degraded', status);
    }
    const { contact } = state;
    if (contact.kind === 'failing' && failuresOf(previous) !== contact.failures) {
      const error = toPlayerError(contact.failure);
      if (error !== undefined) emit('error', { error });
    }
  };
}

function isSame(a: PlayerStatus, b: PlayerStatus): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function failuresOf(painted: Painted | undefined): number {
  return painted?.state.contact.kind === 'failing' ? painted.state.contact.failures : 0;
}
