import { createHmac } from 'node:crypto';
import type { Bus } from '../bus/bus.js';
import type { Clock } from '../ports/clock.js';
import type { Random } from '../ports/random.js';
import type { PairingRecord, ScreenRecord } from '../store/records.js';
import type { Store } from '../store/store.js';
import { StoreUnavailableError } from '../store/store-unavailable-error.js';
import { createPairingCode, readPairingCode } from './pairing-code.js';
import { hashSecret } from './token.js';

/** How long a code can be approved (BIND-5). */
const CODE_LIFETIME_MS = 10 * 60_000;
/** How long after that an approval can still be fetched, for one in the last moment. */
const DELIVERY_MS = 10 * 60_000;
/** Codes that may be in use already before giving up: one in 113 million each. */
const MAX_DRAWS = 5;

export interface PairingsOptions {
  readonly store: Store;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly random: Random;
}

/** A code that a device shows. */
export interface WaitingPairing {
  readonly kind: 'waiting';
  readonly code: string;
  /** Ms since the epoch. */
  readonly expiresAtMs: number;
}

/** `gone`: never there, expired, or used. */
export type PairingState =
  | WaitingPairing
  | { readonly kind: 'approved'; readonly token: string }
  | { readonly kind: 'gone' };

export type ApproveResult =
  | { readonly kind: 'approved'; readonly screen: ScreenRecord }
  | { readonly kind: 'unknown-code' }
  | { readonly kind: 'unknown-screen' };

/**
 * Devices that wait for a screen (BIND-5). The token that an approval gives is made from the
 * device's own secret, so that neither is ever stored. A pairing is approved once a screen has that
 * token, and over once a device has claimed the screen with it; so one write is the whole approval.
 * Every method rejects with `StoreUnavailableError` when the store cannot answer.
 */
export interface Pairings {
  /** @returns the same code for the same secret, and `gone` if that has been used. */
  open(secret: string): Promise<WaitingPairing | { readonly kind: 'gone' }>;
  look(secret: string): Promise<PairingState>;
  /** Gives the screen to the device that shows the code, and takes it from any other (BIND-2). */
  approve(code: string, schoolId: string, screenId: string): Promise<ApproveResult>;
}

export function createPairings({ store, bus, clock, random }: PairingsOptions): Pairings {
  async function stateOf(pairing: PairingRecord | undefined): Promise<PairingState['kind']> {
    const nowMs = clock.wallMs();
    if (pairing === undefined || nowMs >= pairing.keptUntilMs) return 'gone';
    const screen = await store.screenByTokenHash(pairing.tokenHash);
    if (screen === undefined) return nowMs < pairing.expiresAtMs ? 'waiting' : 'gone';
    const { deviceId, barredDeviceId, revokedAtMs } = screen;
    const isUnclaimed = deviceId === undefined && barredDeviceId === undefined;
    return isUnclaimed && revokedAtMs === undefined ? 'approved' : 'gone';
  }

  async function look(secret: string): Promise<PairingState> {
    const pairing = await store.pairingBySecret(hashSecret(secret));
    const kind = await stateOf(pairing);
    if (pairing === undefined || kind === 'gone') return { kind: 'gone' };
    const { code, expiresAtMs } = pairing;
    return kind === 'waiting'
      ? { kind, code, expiresAtMs }
      : { kind, token: tokenOf(secret, code) };
  }

  return {
    look,

    async open(secret) {
      const secretHash = hashSecret(secret);
      for (let draw = 0; draw < MAX_DRAWS; draw += 1) {
        const nowMs = clock.wallMs();
        const code = createPairingCode(random);
        const expiresAtMs = nowMs + CODE_LIFETIME_MS;
        const tokenHash = hashSecret(tokenOf(secret, code));
        const keptUntilMs = expiresAtMs + DELIVERY_MS;
        const pairing = { code, secretHash, tokenHash, expiresAtMs, keptUntilMs };
        if (await store.addPairing(pairing, nowMs)) return { kind: 'waiting', code, expiresAtMs };
        if ((await store.pairingBySecret(secretHash)) === undefined) continue;
        const state = await look(secret);
        return state.kind === 'waiting' ? state : { kind: 'gone' };
      }
      throw new StoreUnavailableError('every pairing code that was drawn is in use');
    },

    async approve(code, schoolId, screenId) {
      const pairing = await store.pairingByCode(readPairingCode(code));
      if (pairing === undefined || (await stateOf(pairing)) !== 'waiting') {
        return { kind: 'unknown-code' };
      }
      if ((await store.screen(screenId))?.schoolId !== schoolId) return { kind: 'unknown-screen' };
      const outcome = await store.replaceToken(screenId, pairing.tokenHash, 'free-owner');
      if (outcome === 'unknown-screen') return { kind: 'unknown-screen' };
      // Another administrator was first: a code is for one screen.
      if (outcome === 'taken') return { kind: 'unknown-code' };
      bus.publish({ schoolId, urgent: false });
      const screen = await store.screen(screenId);
      return screen ? { kind: 'approved', screen } : { kind: 'unknown-screen' };
    },
  };
}

/** Another for each code, so that a secret that is used twice gives two tokens. */
function tokenOf(secret: string, code: string): string {
  return createHmac('sha256', secret).update(`hallboard screen token ${code}`).digest('base64url');
}
