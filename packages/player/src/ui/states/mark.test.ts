import { describe, expect, it } from 'vitest';
import { at, DAY_MS } from '../../scene/snapshot.fixture.js';
import type { ContentView } from '../frame.js';
import { frameAt } from '../view.fixture.js';
import { markOf } from './mark.js';

function mark(view: Partial<ContentView>, locale = 'en'): string | undefined {
  const { frame } = frameAt('10:00', { view, school: { locale } });
  return markOf(frame)?.replace(/[\u2066\u2068\u2069]/g, '');
}

function offlineSince(sinceMs: number): Partial<ContentView> {
  return { connection: { kind: 'offline', sinceMs } };
}

describe('the mark', () => {
  it('is absent while all is well, and while the network has only just gone', () => {
    expect(mark({})).toBeUndefined();
    expect(mark({ connection: { kind: 'polling' } })).toBeUndefined();
    expect(mark(offlineSince(at('09:59') + 1))).toBeUndefined();
  });

  it('says since when the screen is offline, and for how many days', () => {
    expect(mark(offlineSince(at('09:12')))).toBe('Offline since 09:12');
    expect(mark(offlineSince(at('10:00') - DAY_MS))).toBe('Offline for a day');
    expect(mark(offlineSince(at('10:00') - 3 * DAY_MS))).toBe('Offline for 3 days');
    expect(mark(offlineSince(at('10:00') - 3 * DAY_MS), 'ar')).toBe('غير متصل منذ ٣ أيام');
    expect(mark({ connection: { kind: 'offline' } })).toBe('Offline');
  });

  it('[TIME-1] says that the time is not confirmed, or not known', () => {
    expect(mark({ time: 'unconfirmed' })).toBe('Time not confirmed');
    expect(mark({ time: 'unknown' })).toBe('Waiting for the time');
  });

  it('[BIND-2] shows the code that hands the screen over, beside its last content', () => {
    const pairing = { code: 'K7QR3M', address: 'board.example.org' };
    const rejected = mark({ rejection: 'bound-elsewhere', pairing });
    expect(rejected).toBe('Shown on another device · K7Q R3M');
  });

  it('is one, the one that matters most', () => {
    const offline = offlineSince(at('09:12'));
    expect(mark({ ...offline, time: 'unconfirmed' })).toBe('Offline since 09:12');
    expect(mark({ ...offline, rejection: 'unknown-screen' })).toBe('No longer updated');
  });
});
