import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBrowserClock } from './browser-clock.js';

describe('createBrowserClock', () => {
  beforeEach(() => {
    vi.useFakeTimers({
      now: 1_000_000,
      toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'],
    });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('[TIME-1] keeps the monotonic clock apart from the wall clock', () => {
    const clock = createBrowserClock();
    const startMs = clock.monotonicMs();
    vi.setSystemTime(5_000_000);
    expect(clock.wallMs()).toBe(5_000_000);
    expect(clock.monotonicMs() - startMs).toBeLessThan(1);
  });

  it('calls a timer once, no earlier than asked', () => {
    const clock = createBrowserClock();
    const run = vi.fn();
    clock.setTimer(100, run);
    vi.advanceTimersByTime(99);
    expect(run).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1000);
    expect(run).toHaveBeenCalledOnce();
  });

  it('does not call a cancelled timer, however often it is cancelled', () => {
    const clock = createBrowserClock();
    const run = vi.fn();
    const cancel = clock.setTimer(100, run);
    cancel();
    cancel();
    vi.advanceTimersByTime(1000);
    expect(run).not.toHaveBeenCalled();
  });

  it('never turns a very long or endless delay into none', () => {
    const clock = createBrowserClock();
    const run = vi.fn();
    clock.setTimer(2 ** 40, run);
    clock.setTimer(Infinity, run);
    vi.advanceTimersByTime(1_000_000);
    expect(run).not.toHaveBeenCalled();
  });
});
