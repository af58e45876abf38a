import { describe, expect, it } from 'vitest';
import { type PairingState, pairingStep, startPairing } from './pairing.js';

const draws = { jitter: 0.5, secret: 'next' };
const opening = { kind: 'opening', secret: 'first', failures: 0 } as const;
const waiting = { kind: 'waiting', secret: 'first', failures: 0, code: 'K7QR3M' } as const;

describe('pairing', () => {
  it('[BIND-5] asks for a code, shows it, looks, and ends with the token', () => {
    expect(startPairing(draws)).toEqual({
      state: { kind: 'opening', secret: 'next', failures: 0 },
      waitMs: 500,
    });
    const shown = pairingStep(opening, { kind: 'waiting', code: 'K7QR3M' }, draws);
    expect(shown).toEqual({ state: waiting, waitMs: 2250 });
    const approved = { kind: 'approved', token: 't' } as const;
    expect(pairingStep(waiting, approved, draws).state).toEqual(approved);
  });

  it('[BIND-5] keeps the drawing that came with the code, and not for another', () => {
    const qr = { size: 29, path: 'M0 0h7v1h-7z' };
    const shown = { ...waiting, qr };
    expect(pairingStep(opening, { kind: 'waiting', code: 'K7QR3M', qr }, draws).state).toEqual(
      shown,
    );
    expect(pairingStep(shown, { kind: 'waiting', code: 'K7QR3M' }, draws).state).toEqual(shown);
    expect(pairingStep(shown, { kind: 'gone' }, draws).state).not.toHaveProperty('qr');
  });

  it('[BIND-5] takes another secret for another code', () => {
    expect(pairingStep(waiting, { kind: 'gone' }, draws).state).toEqual({
      kind: 'opening',
      secret: 'next',
      failures: 0,
    });
  });

  it('[P-4] asks ever more rarely where no code can be had, as of an address that is another’s', () => {
    let state: Exclude<PairingState, { kind: 'approved' }> = opening;
    const waits: number[] = [];
    for (let refusal = 0; refusal < 6; refusal += 1) {
      const step = pairingStep(state, { kind: 'gone' }, { ...draws, jitter: 0 });
      if (step.state.kind === 'approved') throw new Error('nobody approved it');
      state = step.state;
      waits.push(step.waitMs);
    }
    expect(waits).toEqual([3000, 6000, 12_000, 24_000, 30_000, 30_000]);
    expect(pairingStep(state, { kind: 'waiting', code: 'K7QR3M' }, draws).state).toMatchObject({
      failures: 0,
    });
  });

  it('[P-4] keeps the code while the server is away, and asks ever more rarely', () => {
    let state: Exclude<PairingState, { kind: 'approved' }> = waiting;
    const waits: number[] = [];
    for (let failure = 0; failure < 8; failure += 1) {
      const step = pairingStep(state, { kind: 'failed' }, { ...draws, jitter: 0 });
      if (step.state.kind === 'approved') throw new Error('nobody approved it');
      state = step.state;
      waits.push(step.waitMs);
    }
    expect(state).toEqual({ ...waiting, failures: 8 });
    expect(waits).toEqual([3000, 6000, 12_000, 24_000, 30_000, 30_000, 30_000, 30_000]);
    const back = pairingStep(state, { kind: 'waiting', code: 'K7QR3M' }, draws);
    expect(back.state).toEqual(waiting);
  });

  it('[POLL-5] waits as long as the server says, and 300 s at most', () => {
    const wait = (retryAfterMs: number, jitter: number) =>
      pairingStep(opening, { kind: 'failed', retryAfterMs }, { ...draws, jitter }).waitMs;
    expect(wait(10_000, 0)).toBe(10_000);
    expect(wait(10_000, 1)).toBe(15_000);
    expect(wait(3_600_000, 0)).toBe(200_000);
    expect(wait(3_600_000, 1)).toBe(300_000);
  });
});
