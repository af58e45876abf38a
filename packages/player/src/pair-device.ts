import { randomHex } from './adapters/random-hex.js';
import { type PairingDraws, type PairingStep, pairingStep, startPairing } from './core/pairing.js';
import type { Cancel, Clock } from './ports/clock.js';
import type { PairingOutcome, PairingSource, WaitingCode } from './ports/pairing-source.js';
import type { Random } from './ports/random.js';

/** A request that takes longer counts as failed. */
const TIMEOUT_MS = 15_000;
const SECRET_BYTES = 32;

export interface PairDeviceOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly pairing: PairingSource;
  /** There is another code, or none. */
  readonly onChange: () => void;
  /** An administrator has approved the code. Called once for each start. */
  readonly onToken: (token: string) => void;
}

/** Runs the pairing of one device: the interpreter of `core/pairing.ts`. */
export interface PairDevice {
  /** What to show, while it waits. */
  waiting(): WaitingCode | undefined;
  /** Idempotent. */
  start(): void;
  /** Forgets the code. Idempotent. */
  stop(): void;
}

export function createPairDevice(options: PairDeviceOptions): PairDevice {
  const { clock, random, pairing, onChange, onToken } = options;
  let current: PairingStep | undefined;
  let cancel: Cancel = () => undefined;

  function draws(): PairingDraws {
    return { jitter: random.next(), secret: randomHex(random, SECRET_BYTES) };
  }

  function go(step: PairingStep): void {
    const { state, waitMs } = step;
    current = step;
    if (state.kind === 'approved') onToken(state.token);
    else {
      cancel = clock.setTimer(waitMs, () => {
        const answered = (outcome: PairingOutcome): void => {
          stopTimer();
          go(pairingStep(state, outcome, draws()));
        };
        const kind = state.kind === 'opening' ? 'open' : 'look';
        const stopRequest = pairing.request(kind, state.secret, answered);
        const stopTimer = clock.setTimer(TIMEOUT_MS, () => {
          stopRequest();
          answered({ kind: 'failed' });
        });
        cancel = () => {
          stopTimer();
          stopRequest();
        };
      });
    }
    onChange();
  }

  return {
    waiting: () => (current?.state.kind === 'waiting' ? current.state : undefined),
    start() {
      if (current === undefined) go(startPairing(draws()));
    },
    stop() {
      if (current === undefined) return;
      cancel();
      current = undefined;
    },
  };
}
