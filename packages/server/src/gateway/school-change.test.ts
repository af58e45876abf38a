import { describe, expect, it } from 'vitest';
import { serveSchool } from '../serving/served.js';
import { changedScreens, reasonToLeave } from './school-change.js';

const membership = { schoolId: 'north', screenId: 'hall', tokenHash: 'h1', deviceId: 'tv' };
const rules = { isRealtimeOn: true, allowMultiDevice: false };

/** A school with the screen `hall`, and what is special about it. */
function school(screen: object, version = 1) {
  const base = {
    id: 'hall',
    schoolId: 'north',
    tokenHash: 'h1',
    deviceId: 'tv',
    view: { layout: 'board' as const, groups: [] },
    info: { version, name: 'Hall', sound: { on: false, volume: 0.5 } },
  };
  const record = {
    id: 'north',
    name: 'North',
    zone: 'UTC',
    sequence: 1,
    horizon: '2026-12-31',
    changes: 1,
  };
  return serveSchool({ epoch: 'e', record, screens: [{ ...base, ...screen }], bodies: [] });
}

describe('reasonToLeave', () => {
  it('lets the owner stay', () => {
    expect(reasonToLeave(membership, school({}), rules)).toBeUndefined();
  });

  it('sends away a device whose screen is bound to another, and one of a rotated token', () => {
    const bound = school({ deviceId: 'other' });
    expect(reasonToLeave(membership, bound, rules)).toBe('boundElsewhere');
    expect(reasonToLeave(membership, school({ tokenHash: 'h2' }), rules)).toBe('unknownScreen');
  });

  it('[BIND-4] sends away a device that is barred, also where several may show the screen', () => {
    const barred = school({ deviceId: undefined, barredDeviceId: 'tv' });
    const several = { ...rules, allowMultiDevice: true };
    expect(reasonToLeave(membership, barred, several)).toBe('boundElsewhere');
  });

  it('[BIND-3] lets any device stay where several may', () => {
    const several = { ...rules, allowMultiDevice: true };
    expect(reasonToLeave(membership, school({ deviceId: 'other' }), several)).toBeUndefined();
    const off = { ...several, isRealtimeOn: false };
    expect(reasonToLeave(membership, school({}), off)).toBe('realtimeOff');
  });
});

describe('changedScreens', () => {
  it('[SNAP-8] names screens whose version advanced, and not those that are new', () => {
    expect(changedScreens(school({}, 1), school({}, 2))).toEqual(['hall']);
    expect(changedScreens(school({}, 2), school({}, 2))).toEqual([]);
    expect(changedScreens(undefined, school({}, 2))).toEqual([]);
  });
});
