import { describe, expect, it } from 'vitest';
import { createPairDevice } from './pair-device.js';
import type { PairingOutcome } from './ports/pairing-source.js';
import { ManualClock, seededRandom } from './testing/index.js';

/** A device whose server answers as the test says. */
function setUp() {
  const clock = new ManualClock();
  const asked: { readonly kind: string; readonly secret: string }[] = [];
  const tokens: string[] = [];
  let answer: ((outcome: PairingOutcome) => void) | undefined;
  let cancelled = 0;
  const device = createPairDevice({
    clock,
    random: seededRandom(1),
    pairing: {
      request(kind, secret, done) {
        asked.push({ kind, secret });
        answer = done;
        return () => {
          cancelled += 1;
          answer = undefined;
        };
      },
    },
    onChange: () => undefined,
    onToken: (token) => tokens.push(token),
  });
  return {
    device,
    asked,
    tokens,
    cancelled: () => cancelled,
    advance: (ms: number) => clock.timeline.advance(ms),
    say(outcome: PairingOutcome) {
      const done = answer;
      if (done === undefined) throw new Error('nothing was asked');
      answer = undefined;
      done(outcome);
    },
  };
}

const WAITING = { kind: 'waiting', code: 'K7QR3M' } as const;

describe('createPairDevice', () => {
  it('[BIND-5] shows its code, and looks with the same secret until it is approved', () => {
    const { device, asked, tokens, advance, say } = setUp();
    device.start();
    device.start();
    advance(1000);
    say(WAITING);
    expect(device.waiting()?.code).toBe('K7QR3M');
    advance(4000);
    say(WAITING);
    advance(4000);
    say({ kind: 'approved', token: 'token-1' });
    expect(tokens).toEqual(['token-1']);
    expect(asked.map(({ kind }) => kind)).toEqual(['open', 'look', 'look']);
    expect(new Set(asked.map(({ secret }) => secret)).size).toBe(1);
    expect(asked[0]?.secret).toMatch(/^[0-9a-f]{64}$/);
    advance(600_000);
    expect(asked).toHaveLength(3);
  });

  it('[BIND-5] asks for another code with another secret once the first is gone', () => {
    const { device, asked, advance, say } = setUp();
    device.start();
    advance(1000);
    say(WAITING);
    advance(4000);
    say({ kind: 'gone' });
    expect(device.waiting()?.code).toBeUndefined();
    advance(3000);
    expect(asked[2]?.kind).toBe('open');
    expect(asked[2]?.secret).not.toBe(asked[0]?.secret);
  });

  it('gives up a request that hangs, and asks again', () => {
    const { device, asked, cancelled, advance } = setUp();
    device.start();
    advance(1000);
    advance(15_000);
    expect(cancelled()).toBe(1);
    advance(6000);
    expect(asked).toHaveLength(2);
  });

  it('stops at once, whatever is under way', () => {
    const { device, asked, cancelled, advance } = setUp();
    device.start();
    advance(1000);
    device.stop();
    device.stop();
    expect(cancelled()).toBe(1);
    advance(600_000);
    expect(asked).toHaveLength(1);
  });
});
