import { describe, expect, it } from 'vitest';
import type { Transition } from '../../core/create-transition.js';
import { transition } from '../../core/transition.js';
import type { Fault, FaultScript, ScreenMishap, ServerMishap } from './fault.js';
import { randomScript } from './random-script.js';
import { type SimulationConfig, simulate } from './simulate.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** What every screen lives through, in one line an event. */
function journal(config: SimulationConfig, script: FaultScript): string[] {
  const lines: string[] = [];
  const writing: Transition = (state, input) => {
    const result = transition(state, input);
    lines.push(`${input.at} ${input.event.kind} ${result[1].map(({ kind }) => kind).join()}`);
    return result;
  };
  simulate({ ...config, transition: writing }, script);
  return lines;
}

function isEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.join('\n') === b.join('\n');
}

describe('simulate', () => {
  it('is a pure function of its configuration and its script', () => {
    const config = { screens: 3, durationMs: 2 * HOUR_MS, seed: 7 };
    const script = randomScript({ seed: 7, screens: 3, durationMs: HOUR_MS, faults: 20 });
    const once = journal(config, script);
    expect(journal(config, script)).toEqual(once);
    expect(journal({ ...config, seed: 8 }, script)).not.toEqual(once);
  });

  it('leaves a screen as it was where another one is spared a fault', () => {
    const of = (script: FaultScript): string[] => {
      const lives = new Map<string, string[]>();
      const watching: Transition = (state, input) => {
        const result = transition(state, input);
        const { identity } = result[0];
        const owner = identity.kind === 'known' ? identity.identity.deviceId : 'unknown';
        lives.set(owner, [...(lives.get(owner) ?? []), `${input.at} ${input.event.kind}`]);
        return result;
      };
      simulate({ screens: 2, durationMs: HOUR_MS / 2, transition: watching }, script);
      return lives.get('device-1') ?? [];
    };
    const offline = { kind: 'offline', forMs: MINUTE_MS } as const;
    const other = { atMs: 5 * MINUTE_MS, screen: 0, mishap: offline } as const;
    const own = { atMs: 9 * MINUTE_MS, screen: 1, mishap: offline } as const;
    expect(of([other, own])).toEqual(of([own]));
    expect(of([own])).not.toEqual(of([]));
  });

  it('[PAGE-3] has the second script come late on as many starts as it is told', () => {
    const config = { screens: 4, durationMs: 4 * HOUR_MS };
    const joins = (lateJoins: number): number =>
      journal({ ...config, lateJoins }, []).filter((line) => / joined /.test(line)).length;
    expect(joins(0)).toBe(0);
    expect(joins(1)).toBe(4);
    expect(simulate({ ...config, lateJoins: 1 }, []).violation).toBeUndefined();
  });

  const forMs = 5 * MINUTE_MS;
  const mishaps: readonly ScreenMishap[] = [
    { kind: 'offline', forMs },
    { kind: 'requests', fault: { kind: 'portal' }, forMs },
    { kind: 'loss', share: 0.5, forMs },
    { kind: 'latency', latencyMs: 3_000, forMs },
    { kind: 'sockets', fault: { kind: 'half-open' }, forMs },
    { kind: 'storage', fault: 'hangs', forMs },
    { kind: 'forget' },
    { kind: 'corrupt', how: 'altered' },
    { kind: 'sleep', forMs },
    { kind: 'suspend', forMs },
    { kind: 'jump-wall', byMs: 9 * HOUR_MS },
    { kind: 'hint', hint: 'wake' },
    { kind: 'power-cut', awaits: 'anything', afterEffects: 2, write: 'torn', forMs },
  ];
  it.each(mishaps)('[P-1] [P-2] a screen gets over $kind', (mishap) => {
    const script: FaultScript = [{ atMs: 10 * MINUTE_MS, screen: 'all', mishap }];
    const quiet = journal({}, []);
    expect(simulate({}, script)).toMatchObject({ violation: undefined, troubled: 0 });
    // It did befall the screen; storage has its word at the next start only.
    const isSilent = ['forget', 'corrupt', 'storage'].includes(mishap.kind);
    expect(isEqual(journal({}, script), quiet)).toBe(isSilent);
  });

  const powerCut = {
    kind: 'power-cut',
    awaits: 'anything',
    afterEffects: 0,
    write: 'lost',
  } as const;
  const mediaMishaps: readonly ScreenMishap[] = [
    { kind: 'media', fault: { kind: 'wrong-body', body: '' }, forMs },
    { kind: 'media-storage', fault: 'hangs', forMs },
    { kind: 'spoil-media', how: 'truncated' },
    { kind: 'spoil-media', how: 'forgotten' },
  ];
  it.each(mediaMishaps)('[STORE-4] a screen gets over $kind', (mishap) => {
    const restart: Fault = { atMs: 600_001, screen: 0, mishap: { ...powerCut, forMs: MINUTE_MS } };
    const atMs = mishap.kind === 'spoil-media' ? 600_000 : 1_000;
    const script: FaultScript = [{ atMs, screen: 0, mishap }, restart];
    expect(simulate({}, script)).toMatchObject({ violation: undefined, boots: 2 });
    expect(journal({}, script)).not.toEqual(journal({}, [restart]));
  });

  const serverMishaps: readonly ServerMishap[] = [
    { kind: 'publish', isTold: true, isUrgent: false },
    { kind: 'publish', isTold: false, isUrgent: false },
    { kind: 'server-restart', forMs },
    { kind: 'realtime-off', forMs },
  ];
  it.each(serverMishaps)('[P-2] [P-6] screens get over $kind', (mishap) => {
    const script: FaultScript = [{ atMs: 10 * MINUTE_MS, screen: 'server', mishap }];
    expect(simulate({ screens: 3 }, script).violation).toBeUndefined();
    expect(journal({}, script)).not.toEqual(journal({}, []));
  });

  it.each([1, 4, 6])('[P-4] ticks when its screens resume, as real ones do (seed %i)', (seed) => {
    // Most of them have a refresh in the pause, and no other tick for half a minute.
    const script: FaultScript = [
      { atMs: 15 * MINUTE_MS, screen: 'all', mishap: { kind: 'hint', hint: 'online' } },
      { atMs: 979_210, screen: 'all', mishap: { kind: 'suspend', forMs: 8_586 } },
    ];
    expect(simulate({ screens: 20, durationMs: 20 * MINUTE_MS, seed }, script).violation).toBe(
      undefined,
    );
  });

  it('boots a screen again after a power cut, and counts it', () => {
    const mishap = { kind: 'power-cut', awaits: 'write', afterEffects: 0, write: 'torn' } as const;
    const result = simulate({}, [
      { atMs: 5 * MINUTE_MS, screen: 0, mishap: { ...mishap, forMs: MINUTE_MS } },
      {
        atMs: 10 * MINUTE_MS,
        screen: 'server',
        mishap: { kind: 'publish', isTold: true, isUrgent: false },
      },
    ]);
    expect(result).toMatchObject({ violation: undefined, boots: 2 });
  });
});

describe('randomScript', () => {
  it('draws each fault by itself: more of them leave the others as they are', () => {
    const options = { seed: 3, screens: 5, durationMs: HOUR_MS };
    const many = randomScript({ ...options, faults: 40 });
    const few = randomScript({ ...options, faults: 20 });
    expect(many).toEqual(expect.arrayContaining([...few]));
    expect(few.length).toBeGreaterThanOrEqual(20);
  });

  it('has every kind of mishap', () => {
    const script = randomScript({ seed: 1, screens: 5, durationMs: HOUR_MS, faults: 400 });
    expect(new Set(script.map(({ mishap }) => mishap.kind)).size).toBe(19);
  });
});
