// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Clock } from '../ports/clock.js';
import { createBrowserConnectivity } from './browser-connectivity.js';

function setUp() {
  let nowMs = 0;
  const clock: Clock = {
    monotonicMs: () => nowMs,
    wallMs: () => nowMs,
    setTimer: () => () => undefined,
  };
  const hints: string[] = [];
  const stop = createBrowserConnectivity(clock).subscribe((hint) => hints.push(hint));
  const advance = (byMs: number): void => {
    nowMs += byMs;
  };
  return { hints, stop, advance };
}

function show(state: DocumentVisibilityState): void {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

function pageShow(persisted: boolean): void {
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
}

describe('createBrowserConnectivity', () => {
  it("[POLL-6] tells of the network's return", () => {
    const { hints, stop } = setUp();
    window.dispatchEvent(new Event('online'));
    expect(hints).toEqual(['online']);
    stop();
  });

  it('[POLL-6] tells when the page is shown again, and not when it is hidden', () => {
    const { hints, stop } = setUp();
    show('hidden');
    expect(hints).toEqual([]);
    show('visible');
    expect(hints).toEqual(['wake']);
    stop();
  });

  it('makes one hint of the events of one wake', () => {
    const { hints, stop, advance } = setUp();
    show('visible');
    pageShow(true);
    expect(hints).toEqual(['wake']);
    advance(1000);
    pageShow(true);
    expect(hints).toEqual(['wake', 'wake']);
    stop();
  });

  it('takes a window that comes back to the front for a wake only if it was long away', () => {
    const { hints, stop, advance } = setUp();
    window.dispatchEvent(new Event('focus'));
    window.dispatchEvent(new Event('blur'));
    advance(29_999);
    window.dispatchEvent(new Event('focus'));
    expect(hints).toEqual([]);
    window.dispatchEvent(new Event('blur'));
    advance(30_000);
    window.dispatchEvent(new Event('focus'));
    expect(hints).toEqual(['wake']);
    stop();
  });

  it('takes no ordinary load for a wake', () => {
    const { hints, stop } = setUp();
    pageShow(false);
    expect(hints).toEqual([]);
    stop();
  });

  it('is silent once unsubscribed', () => {
    const { hints, stop, advance } = setUp();
    stop();
    stop();
    show('visible');
    pageShow(true);
    window.dispatchEvent(new Event('blur'));
    advance(60_000);
    window.dispatchEvent(new Event('focus'));
    window.dispatchEvent(new Event('online'));
    expect(hints).toEqual([]);
  });
});
