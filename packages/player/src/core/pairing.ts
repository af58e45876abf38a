import type { PairingOutcome, WaitingCode } from '../ports/pairing-source.js';
import { retryAfterWaitMs } from './poll-policy.js';

/** A device looks this often whether its code was approved, at the most. */
const LOOK_MS = 3000;
const LONGEST_WAIT_MS = 60_000;

/** A device that waits for a screen (BIND-5). */
export type PairingState =
  | { readonly kind: 'opening'; readonly secret: string; readonly failures: number }
  | ({
      readonly kind: 'waiting';
      readonly secret: string;
      readonly failures: number;
    } & WaitingCode)
  | { readonly kind: 'approved'; readonly token: string };

type OpenPairing = Exclude<PairingState, { kind: 'approved' }>;

/** What a step needs of chance. */
export interface PairingDraws {
  /** Uniform in [0, 1). */
  readonly jitter: number;
  /** 256 bits in hexadecimal, for the next code. */
  readonly secret: string;
}

/** The next state, and how long to wait until the server is asked again; never after an approval. */
export interface PairingStep {
  readonly state: PairingState;
  readonly waitMs: number;
}

/** @returns a device that has asked for nothing yet. */
export function startPairing({ jitter, secret }: PairingDraws): PairingStep {
  // Not all at once where the power returns to a school.
  return { state: { kind: 'opening', secret, failures: 0 }, waitMs: jitter * 1000 };
}

/** Where an answer leads. A code that is shown stays until the server says that it is gone; pure. */
export function pairingStep(
  state: OpenPairing,
  outcome: PairingOutcome,
  { jitter, secret }: PairingDraws,
): PairingStep {
  if (outcome.kind === 'approved') return { state: outcome, waitMs: 0 };
  const retryAfterMs = outcome.kind === 'failed' ? outcome.retryAfterMs : undefined;
  const next = nextState(state, outcome, secret);
  const backoffMs = Math.min(LONGEST_WAIT_MS, LOOK_MS * 2 ** next.failures);
  const waitMs =
    retryAfterMs === undefined
      ? (backoffMs * (1 + jitter)) / 2
      : retryAfterWaitMs(retryAfterMs, jitter);
  return { state: next, waitMs };
}

function nextState(
  state: OpenPairing,
  outcome: Exclude<PairingOutcome, { kind: 'approved' }>,
  secret: string,
): OpenPairing {
  switch (outcome.kind) {
    case 'waiting':
      // What came with the code is said once.
      return { ...state, ...outcome, failures: 0 };
    case 'gone':
      // Where there was none to go, another will not come sooner.
      return {
        kind: 'opening',
        secret,
        failures: state.kind === 'opening' ? state.failures + 1 : 0,
      };
    case 'failed':
      return { ...state, failures: state.failures + 1 };
  }
}
