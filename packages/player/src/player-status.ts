import type { Revision } from '@hallboard/shared';
import type { PlayerState } from './core/state.js';
import { isOfflineReady } from './core/storage.js';
import type { SoundStatus } from './keep-sound.js';
import type { StorageRung } from './ports/snapshot-store.js';

/** One thing that is worse than it should be. None of them clears the screen (P-1). */
export type Degradation =
  /** Refreshes fail. */
  | 'offline'
  /** The server refuses this token, or this device. */
  | 'rejected'
  /** No server has said since this start what time it is: bells are silent (TIME-1). */
  | 'time-unconfirmed'
  /** The device holds no verified snapshot that outlives a restart. */
  | 'no-stored-snapshot'
  /** Files could not be had: what they belong to is left out, and they are tried again (STORE-4). */
  | 'media-missing'
  /** The page around the player would not start without a network. */
  | 'no-stored-shell';

/** The files of what is shown (STORE-4). */
export interface MediaStatus {
  readonly needed: number;
  /** Of these, how many have verified and can be shown. */
  readonly ready: number;
  /** How many could not be had when they were last tried. */
  readonly failed: number;
}

/** How a player is doing. */
export interface PlayerStatus {
  /** Shell and snapshot are on the device: a restart without a network is survived (P-1). */
  readonly offlineReady: boolean;
  /** Of what is shown. */
  readonly revision: Revision | undefined;
  /** `starting`: nothing has been asked yet. */
  readonly connection: 'starting' | 'live' | 'polling' | 'offline';
  /** `undefined` until the device's storage has answered (STORE-1). */
  readonly storage: StorageRung | undefined;
  /** Bells are promised only where it is `audible` (TIME-6). */
  readonly sound: SoundStatus;
  /** Bells that should have rung since the start, and did not: the device slept, or kept no record. */
  readonly missedBells: number;
  readonly media: MediaStatus;
  readonly degradations: readonly Degradation[];
}

/** @param isShellStored as the page around the player says. */
export function statusOf(
  state: PlayerState,
  isShellStored: boolean,
  sound: SoundStatus,
): PlayerStatus {
  const { shown, storage, media } = state;
  const isSnapshotStored = isOfflineReady(state);
  return {
    offlineReady: isShellStored && isSnapshotStored,
    revision: shown.kind === 'content' ? shown.generation.revision : undefined,
    connection: connectionOf(state),
    storage: storage.kind === 'ready' ? storage.rung : undefined,
    sound,
    missedBells: state.bells.missed,
    media: {
      needed: media.needed.length,
      ready: media.open.length,
      failed: media.setbacks.size,
    },
    degradations: degradationsOf(state, isShellStored, isSnapshotStored),
  };
}

function connectionOf({ contact, channel }: PlayerState): PlayerStatus['connection'] {
  switch (contact.kind) {
    case 'none':
      return 'starting';
    case 'failing':
      return 'offline';
    case 'accepted':
      return channel.link.kind === 'open' || channel.link.kind === 'draining' ? 'live' : 'polling';
  }
}

function degradationsOf(
  { contact, time, media }: PlayerState,
  isShellStored: boolean,
  isSnapshotStored: boolean,
): readonly Degradation[] {
  const degradations: Degradation[] = [];
  if (contact.kind === 'failing') {
    degradations.push(contact.rejection === undefined ? 'offline' : 'rejected');
  }
  if (time.basis !== 'sample') degradations.push('time-unconfirmed');
  if (!isSnapshotStored) degradations.push('no-stored-snapshot');
  if (media.setbacks.size > 0) degradations.push('media-missing');
  if (!isShellStored) degradations.push('no-stored-shell');
  return degradations;
}
