import type { ClientMessage, MediaRef, Revision } from '@hallboard/shared';
import type { LogEntry } from '../ports/logger.js';
import type { Generation, Memory } from '../ports/snapshot-store.js';
import type { Ring } from '../scene/rings.js';

/** Names one effect; what comes back under an id that is no longer current is ignored. */
export type EffectId = number;

/** A request without its credentials, which the state never holds (HTTP-3). */
export type Ask =
  | { readonly kind: 'status'; readonly revision: Revision; readonly screenVersion: number }
  | {
      readonly kind: 'snapshot';
      readonly etag?: string;
      readonly want?: Revision;
      readonly cause?: 'poll';
    };

/** What the server may ask a screen to do (WS-2). */
export type CommandName = 'reload' | 'identify';

/** Something is to be heard at once. */
export interface RingEffect {
  readonly kind: 'ring';
  readonly key: string;
  readonly occasion: Ring['occasion'];
  /** See `Ring`. */
  readonly file?: string | undefined;
  /** 0 to 1. */
  readonly volume: number;
}

/**
 * What a transition asks of the world; run in order by the interpreter, and by it alone. None holds
 * a credential: the interpreter adds those, so that no state or log can leak them.
 */
export type Effect =
  | { readonly kind: 'load-identity'; readonly id: EffectId }
  | { readonly kind: 'load-store'; readonly id: EffectId }
  | { readonly kind: 'request'; readonly id: EffectId; readonly ask: Ask }
  /** Advice: an outcome that comes nevertheless is ignored. */
  | { readonly kind: 'cancel'; readonly id: EffectId }
  | {
      readonly kind: 'save';
      readonly id: EffectId;
      readonly generation: Generation;
      readonly keep: number | undefined;
    }
  | { readonly kind: 'remember'; readonly memory: Memory }
  /** Writes a ring down, before it sounds (TIME-3). */
  | { readonly kind: 'claim-ring'; readonly id: EffectId; readonly key: string }
  | RingEffect
  /** What the shown snapshot needs, soonest first. */
  | { readonly kind: 'expect-media'; readonly hashes: readonly string[] }
  | { readonly kind: 'open-media'; readonly id: EffectId; readonly file: MediaRef }
  | {
      readonly kind: 'download-media';
      readonly id: EffectId;
      readonly file: MediaRef;
      readonly fromByte: number;
      readonly toByte: number;
    }
  | {
      readonly kind: 'stage-media';
      readonly hash: string;
      readonly fromByte: number;
      readonly bytes: Uint8Array;
    }
  | { readonly kind: 'commit-media'; readonly id: EffectId; readonly file: MediaRef }
  | { readonly kind: 'make-room' }
  | { readonly kind: 'open-channel'; readonly id: EffectId }
  | { readonly kind: 'hello'; readonly id: EffectId; readonly revision: Revision | null }
  | { readonly kind: 'send'; readonly id: EffectId; readonly message: ClientMessage }
  | { readonly kind: 'close-channel'; readonly id: EffectId }
  | { readonly kind: 'command'; readonly name: CommandName }
  | { readonly kind: 'log'; readonly entry: LogEntry };
