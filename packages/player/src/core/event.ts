import type { ConnectivityHint } from '../ports/connectivity.js';
import type { Identity } from '../ports/device-identity.js';
import type { ChannelEvent } from '../ports/invalidation-channel.js';
import type { MediaOutcome } from '../ports/media-source.js';
import type { CommitOutcome, OpenOutcome } from '../ports/media-store.js';
import type { SourceOutcome } from '../ports/snapshot-source.js';
import type { RingClaim, Stored } from '../ports/snapshot-store.js';
import type { Effect, EffectId } from './effect.js';
import type { TimerName } from './timers.js';

/** Everything that can happen to a player. */
export type PlayerEvent =
  | { readonly kind: 'started' }
  | { readonly kind: 'timer'; readonly name: TimerName }
  | { readonly kind: 'identity-loaded'; readonly id: EffectId; readonly identity: Identity }
  | { readonly kind: 'store-loaded'; readonly id: EffectId; readonly stored: Stored }
  | { readonly kind: 'answered'; readonly id: EffectId; readonly outcome: SourceOutcome }
  | { readonly kind: 'saved'; readonly id: EffectId; readonly saved: boolean }
  | { readonly kind: 'ring-claimed'; readonly id: EffectId; readonly claim: RingClaim }
  | { readonly kind: 'media-opened'; readonly id: EffectId; readonly outcome: OpenOutcome }
  | { readonly kind: 'media-received'; readonly id: EffectId; readonly outcome: MediaOutcome }
  | { readonly kind: 'media-committed'; readonly id: EffectId; readonly outcome: CommitOutcome }
  | { readonly kind: 'channel'; readonly id: EffectId; readonly event: ChannelEvent }
  | { readonly kind: 'hint'; readonly hint: ConnectivityHint }
  /** What a screen can paint and poll without is there (PAGE-3). */
  | { readonly kind: 'joined' }
  /** A sound, or the trial of one, was heard or not. */
  | { readonly kind: 'heard'; readonly isAudible: boolean }
  /** The page around the player asks for a refresh. */
  | { readonly kind: 'asked' }
  /** The effect threw; a port should never, but nothing may depend on that. */
  | { readonly kind: 'effect-failed'; readonly effect: Effect; readonly detail: string };

/** When something happened, by both of the device's clocks (TIME-1). */
export interface Input {
  /** Monotonic ms. */
  readonly at: number;
  /** Milliseconds since the epoch, as far as the device knows. */
  readonly wallMs: number;
  readonly event: PlayerEvent;
}
