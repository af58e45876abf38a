import { describe, expect, it } from 'vitest';
import type { ScreenRecord } from '../store/records.js';
import { withClaims } from './with-claims.js';

const HALL: ScreenRecord = {
  id: 'hall',
  schoolId: 'north',
  tokenHash: 'hash',
  view: { layout: 'board', groups: [] },
  info: { version: 1, name: 'Hall', sound: { on: false, volume: 0.5 } },
};

const ownerOf = (read: Partial<ScreenRecord>, before: string | undefined) =>
  withClaims([{ ...HALL, ...read }], new Map([['hall', { deviceId: 'tv', before }]]))[0]?.deviceId;

describe('a claim that is acknowledged amid a reading', () => {
  it.each([
    ['is kept where the reading was too early', {}, undefined, 'tv'],
    ['is kept over the owner whose binding had lapsed', { deviceId: 'old' }, 'old', 'tv'],
    ['gives way to whoever has the screen since', { deviceId: 'next' }, undefined, 'next'],
    ['is gone where it was taken back since', { barredDeviceId: 'tv' }, undefined, undefined],
  ])('%s [STORE-6] [BIND-1]', (_, read, before, owner) => {
    expect(ownerOf(read, before)).toBe(owner);
  });
});
