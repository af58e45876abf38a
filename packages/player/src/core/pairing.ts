import type { PairingOutcome } from '../ports/pairing-source.js';

/** How often a device looks whether its code was approved. */
const LOOK_MS = 3000;
const LONGEST_WAIT_MS = 60_000;
/** As for refreshes (POLL-5). */
const LONGEST_RETRY_AFTER_MS = 300_000;

/** A device that waits for a screen (BIND-5). */
export type PairingState =
  | { readonly kind: 'opening'; readonly secret: string; readonly failures: number }
  | {
      readonly kind: 'waiting';
      readonly secret: string;
      readonly failures: number;
      readonly code: string;
    }
  | { readonly kind: 'approved'; readonly token: string };

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
  state: Exclude<PairingState, { kind: 'approved' }>,
  outcome: PairingOutcome,
  { jitter, secret }: PairingDraws,
): PairingStep {
  switch (outcome.kind) {
    case 'approved':
      return { state: outcome, waitMs: 0 };
    case 'waiting': {
      const { code } = outcome;
      const next = { kind: 'waiting', secret: state.secret, code, failures: 0 } as const;
      return { state: next, waitMs: LOOK_MS * (0.8 + 0.4 * jitter) };
    }
    case 'gone':
      return { state: { kind: 'opening', secret, failures: 0 }, waitMs: LOOK_MS * jitter };
    case 'failed': {
      const { retryAfterMs } = outcome;
      const backoffMs = Math.min(LONGEST_WAIT_MS, LOOK_MS * 2 ** state.failures);
      const waitMs =
        retryAfterMs === undefined
          ? backoffMs * (0.5 + 0.5 * jitter)
          : Math.min(LONGEST_RETRY_AFTER_MS, retryAfterMs * (1 + 0.5 * jitter));
      return { state: { ...state, failures: state.failures + 1 }, waitMs };
    }
  }
}
