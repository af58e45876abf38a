import type { QrCode, School, ScreenInfo } from '@hallboard/shared';
import type { Scene } from './scene.js';

/** How the player stands with its server; a discreet mark at most, never a reason to go blank. */
export type ConnectionView =
  /** The socket is up: changes arrive within a second. */
  | { readonly kind: 'live' }
  /** The last refresh succeeded; the socket is down or off. */
  | { readonly kind: 'polling' }
  /** Refreshes have failed since the true time `sinceMs`; absent at a boot that never succeeded. */
  | { readonly kind: 'offline'; readonly sinceMs?: number };

/** Why a screen's content is no longer renewed, if it is not. */
export type Rejection = 'unknown-screen' | 'bound-elsewhere';

/** How an administrator gives this device a screen (BIND-5). */
export interface PairingView {
  readonly code: string;
  /** Of the page where it is approved: `board.example.org/pair`. */
  readonly address: string;
  readonly qr?: QrCode;
}

/** Everything that the UI paints; the UI is a function of it and of nothing else. */
export type PlayerView =
  | {
      readonly kind: 'empty';
      /** `no-contact`: the server has not answered yet, for longer than a start takes. */
      readonly reason: 'starting' | 'no-token' | 'no-contact' | Rejection;
      readonly pairing?: PairingView;
    }
  | {
      readonly kind: 'content';
      readonly school: School;
      readonly screen: ScreenInfo;
      readonly scene: Scene;
      /** True time, ms since the epoch (TIME-1). */
      readonly nowMs: number;
      /**
       * `unknown`: the device's clock is known wrong and no sample has come, so no countdown is
       * shown; `unconfirmed`: no sample since this boot, so bells are silent (TIME-1).
       */
      readonly time: 'confirmed' | 'unconfirmed' | 'unknown';
      readonly connection: ConnectionView;
      readonly rejection?: Rejection;
      /** The screen has been asked to say which one it is (WS-2); an alert is not covered by that. */
      readonly isIdentified?: boolean;
      readonly pairing?: PairingView;
      /**
       * Where the files are that are on the device and verified, by their hash (STORE-4). One that
       * is missing is not shown.
       */
      readonly files?: Readonly<Record<string, string>>;
    };
