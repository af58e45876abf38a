import type { ScreenInfo, Snapshot } from '@hallboard/shared';
import type { Identity } from '../ports/device-identity.js';
import type { SourceFailure } from '../ports/snapshot-source.js';
import type { Generation, Memory, StorageRung } from '../ports/snapshot-store.js';
import type { Ring } from '../scene/rings.js';
import type { Rejection } from '../scene/view.js';
import type { Budget } from './budget.js';
import type { TimeEstimate } from './clock-estimate.js';
import type { CoreConfig } from './config.js';
import type { Ask, EffectId } from './effect.js';
import type { MediaState } from './media-state.js';
import type { RandomState } from './random-state.js';
import type { MonoMs, Timers } from './timers.js';
import type { Wanted } from './wanted.js';

/** What the screen has to show. Once it is `content` it never becomes `empty` again (P-1). */
export type Shown =
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'content';
      readonly generation: Generation;
      readonly snapshot: Snapshot;
      /** Items of kinds that this player does not know (SNAP-7). */
      readonly skippedItems: number;
    };

/** The one request that may be outstanding (POLL-4). */
export interface Attempt {
  readonly id: EffectId;
  readonly ask: Ask;
  /** What this attempt was made for, if an invalidate caused it. */
  readonly want: Wanted | undefined;
  /** The newest invalidate that arrived meanwhile, to be compared with the result (WS-5). */
  readonly noticed: Wanted | undefined;
  /** The device slept or changed networks meanwhile: the answer may be old (POLL-6, TIME-1). */
  readonly woken: boolean;
}

export type Network =
  | { readonly kind: 'idle' }
  | { readonly kind: 'fetching'; readonly attempt: Attempt };

/** Why a refresh brought nothing (POLL-5). */
export type RefreshFailure =
  | SourceFailure
  | { readonly cause: 'timeout' }
  /** A body that is no snapshot; `detail` names the first field that is wrong. */
  | { readonly cause: 'invalid'; readonly detail: string }
  /** No device id yet, and the server answers nobody without one (HTTP-3). */
  | { readonly cause: 'no-identity' };

/** How the refreshes have been going since this start. */
export type Contact =
  | { readonly kind: 'none' }
  | { readonly kind: 'accepted' }
  | {
      readonly kind: 'failing';
      /** The newest. */
      readonly failure: RefreshFailure;
      /** In a row. */
      readonly failures: number;
      /** True time of the first in the row; `undefined` if none was accepted since the start. */
      readonly sinceMs: number | undefined;
      /** Stands until a refresh is accepted, whatever else fails meanwhile. */
      readonly rejection: Rejection | undefined;
    };

/** What the scheduler knows beside the `refresh` timer itself. */
export interface Poll {
  /** Answers without news in a row; picks the next wait (POLL-2). */
  readonly rung: number;
  readonly want: Wanted | undefined;
  /** From a Retry-After; only an alert may precede it (POLL-5). */
  readonly notBeforeMs: MonoMs;
  /** A refresh was due before the device knew who it is. */
  readonly owed: boolean;
  /** What the budget made wait: the next refresh goes on with it, and does not start over. */
  readonly postponed: Extract<Ask, { readonly kind: 'snapshot' }> | undefined;
  readonly budget: Budget;
}

/** Who this device is (STORE-6). */
export type IdentityState =
  | { readonly kind: 'loading'; readonly id: EffectId; readonly askedAtMs: MonoMs }
  | { readonly kind: 'known'; readonly identity: Identity };

/** What is on the device (STORE-2). */
export type StorageState =
  | { readonly kind: 'loading'; readonly id: EffectId; readonly askedAtMs: MonoMs }
  | {
      readonly kind: 'ready';
      readonly rung: StorageRung;
      /** The highest `seq` that was ever given out; the next one is higher. */
      readonly newestSeq: number;
      /** The newest generation that is known to be on the device and to verify. */
      readonly storedSeq: number | undefined;
      readonly saving: { readonly id: EffectId; readonly seq: number } | undefined;
      readonly memory: Memory;
    };

/** The socket, or what it waits for. */
export type Link =
  /** Realtime is off: nothing until a poll says on (P-6). */
  | { readonly kind: 'off' }
  /** Nothing until a refresh is accepted (WS-6). */
  | { readonly kind: 'held' }
  /** The next attempt comes with the `channel` timer. */
  | { readonly kind: 'waiting' }
  /** As `waiting`, after too many failures: minutes, not seconds. */
  | { readonly kind: 'resting' }
  /** Not open yet. */
  | { readonly kind: 'connecting'; readonly id: EffectId; readonly sinceMs: MonoMs }
  /** Open, hello sent, no welcome yet. */
  | { readonly kind: 'greeting'; readonly id: EffectId; readonly sinceMs: MonoMs }
  | {
      readonly kind: 'open';
      readonly id: EffectId;
      readonly sinceMs: MonoMs;
      readonly heartbeatMs: number;
    }
  /** Open; the server will close it, and another attempt follows with the `channel` timer. */
  | { readonly kind: 'draining'; readonly id: EffectId; readonly sinceMs: MonoMs };

export interface Channel {
  readonly link: Link;
  /** Attempts that failed in a row. */
  readonly failures: number;
  /** The window for opening a socket, as the server last said (WS-6). */
  readonly reconnectMs: number;
  /** What the last accepted refresh said (P-6). */
  readonly realtime: 'on' | 'off' | undefined;
  /** Frames that this player does not understand (WS-2). */
  readonly strangeFrames: number;
}

/** What is to be heard of this screen (TIME-3). */
export interface Bells {
  readonly next: Ring | undefined;
  /** How far `next` has come: it is written down before it sounds. */
  readonly stage:
    | { readonly kind: 'waiting' }
    /** This tab is muted: one that is heard goes first. */
    | { readonly kind: 'yielding'; readonly untilMs: MonoMs }
    | { readonly kind: 'claiming'; readonly id: EffectId }
    | { readonly kind: 'claimed' };
  /** Whether the newest sound, or the trial of one, was not heard (TIME-6). */
  readonly isMuted: boolean;
  /** What this run has rung, or tried to; the newest last. */
  readonly done: readonly Ring[];
  /** Bells that should have rung since the start, and did not. */
  readonly missed: number;
  /** Bells up to this true time have been looked over for missed ones. */
  readonly reviewedMs: number | undefined;
}

/** The device's clocks as of the last event, from which gaps and jumps show (TIME-1, POLL-6). */
export interface Watch {
  readonly atMs: MonoMs;
  readonly wallMs: number;
}

/** Everything a player knows. Holds no token. Orthogonal facts are kept apart. */
export interface PlayerState {
  readonly config: CoreConfig;
  /** `undefined` until it starts; nothing is promised of a player that has not. */
  readonly startedAtMs: MonoMs | undefined;
  readonly shown: Shown;
  readonly network: Network;
  readonly contact: Contact;
  readonly poll: Poll;
  readonly identity: IdentityState;
  readonly storage: StorageState;
  readonly media: MediaState;
  readonly channel: Channel;
  readonly time: TimeEstimate;
  readonly bells: Bells;
  readonly watch: Watch;
  readonly timers: Timers;
  readonly random: RandomState;
  readonly lastEffectId: EffectId;
}

/** What belongs to this screen alone (SNAP-8), once anything is known of it. */
export function screenOf(shown: Shown): ScreenInfo | undefined {
  return shown.kind === 'content' ? shown.generation.screen : undefined;
}
