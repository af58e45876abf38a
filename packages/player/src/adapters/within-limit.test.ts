import { describe, expect, it } from 'vitest';
import { handClock, settled } from './storage.fixture.js';
import { type Attempt, withinLimit } from './within-limit.js';

describe('withinLimit', () => {
  it('[STORE-3] turns whatever a call does into an outcome', async () => {
    const clock = handClock();
    const run = (call: () => Promise<string>) => withinLimit(clock, 2000, call);
    expect(await run(async () => 'text')).toEqual({ ok: true, value: 'text' });
    const full = new DOMException('no room for token abc', 'QuotaExceededError');
    expect(await run(() => Promise.reject(full))).toEqual({
      ok: false,
      error: 'QuotaExceededError',
    });
    const thrown = await run(() => {
      throw new TypeError('indexedDB is undefined');
    });
    expect(thrown).toEqual({ ok: false, error: 'TypeError' });
    expect(await run(() => Promise.reject('text'))).toEqual({ ok: false, error: 'unknown' });
    expect(clock.pendingTimers()).toBe(0);
  });

  it('[STORE-3] gives up on a call that hangs, at its limit and no earlier', async () => {
    const clock = handClock();
    const attempts: Attempt<never>[] = [];
    void withinLimit(clock, 2000, () => new Promise<never>(() => undefined)).then((attempt) =>
      attempts.push(attempt),
    );
    await clock.advance(1999);
    expect(attempts).toEqual([]);
    await clock.advance(1);
    expect(attempts).toEqual([{ ok: false, error: 'StorageTimeoutError' }]);
  });

  it('ignores how a call ends that was given up', async () => {
    const clock = handClock();
    let fail: (error: Error) => void = () => undefined;
    const attempt = withinLimit(
      clock,
      10,
      () =>
        new Promise<never>((_, reject) => {
          fail = reject;
        }),
    );
    await clock.advance(10);
    fail(new Error('late'));
    await settled();
    expect(await attempt).toEqual({ ok: false, error: 'StorageTimeoutError' });
  });
});
