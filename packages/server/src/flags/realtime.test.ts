import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positionOf } from './position.js';
import { decideRealtime, type RealtimeFacts } from './realtime.js';

/** Every rule says on, but for what is given. */
function decide(facts: Partial<Omit<RealtimeFacts, 'flags'>>, flags = {}) {
  return decideRealtime({
    allowed: true,
    schoolId: 'north',
    school: 'on',
    ...facts,
    flags: { isKilled: false, percentage: 100, fallback: 'on', ...flags },
  });
}

const percentages = fc.double({ min: 0, max: 100, noNaN: true });

describe('decideRealtime', () => {
  it('[FLAG-1] lets the environment beat everything', () => {
    expect(decide({ allowed: false })).toEqual({ realtime: 'off', why: 'environment' });
    expect(decide({ allowed: false }, { isKilled: true }).why).toBe('environment');
  });

  it('[FLAG-1] lets the kill switch beat what a school says, the percentage and the default', () => {
    expect(decide({}, { isKilled: true })).toEqual({ realtime: 'off', why: 'kill-switch' });
  });

  it('[FLAG-1] lets a school beat the percentage and the default', () => {
    expect(decide({ school: 'off' })).toEqual({ realtime: 'off', why: 'school' });
    const others = { percentage: 0, fallback: 'off' };
    expect(decide({ school: 'on' }, others)).toEqual({ realtime: 'on', why: 'school' });
  });

  it('[FLAG-1] lets a percentage beat the default, either way', () => {
    const silent = { school: undefined };
    expect(decide(silent, { percentage: 0 })).toEqual({
      realtime: 'off',
      why: 'percentage',
      percentage: 0,
    });
    expect(decide(silent, { fallback: 'off' })).toEqual({
      realtime: 'on',
      why: 'percentage',
      percentage: 100,
    });
  });

  it.each(['on', 'off'] as const)('[FLAG-1] falls back to the default, %s', (fallback) => {
    const decision = decide({ school: undefined }, { percentage: null, fallback });
    expect(decision).toEqual({ realtime: fallback, why: 'default' });
  });

  it('[FLAG-1] keeps every school as the percentage grows', () => {
    fc.assert(
      fc.property(fc.string(), percentages, percentages, (schoolId, one, other) => {
        const at = (percentage: number) =>
          decide({ schoolId, school: undefined }, { percentage }).realtime;
        if (at(Math.min(one, other)) === 'on') expect(at(Math.max(one, other))).toBe('on');
        expect([at(0), at(100)]).toEqual(['off', 'on']);
      }),
    );
  });
});

describe('positionOf', () => {
  it('[FLAG-1] is what it was, since schools would leave or join with another', () => {
    const positions = ['north', 'south', 'École'].map((id) => positionOf(id).toFixed(3));
    expect(positions).toEqual(['52.110', '52.574', '12.614']);
  });

  it('spreads schools evenly', () => {
    const positions = Array.from({ length: 4000 }, (_, at) => positionOf(`school-${at}`));
    for (const quarter of [0, 25, 50, 75]) {
      const within = positions.filter((each) => each >= quarter && each < quarter + 25).length;
      expect(within / positions.length).toBeCloseTo(0.25, 1);
    }
  });
});
