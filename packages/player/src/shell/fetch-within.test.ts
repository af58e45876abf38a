import { expect, it } from 'vitest';
import { ManualClock } from '../testing/index.js';
import { createFetchWithin } from './fetch-within.js';

/** What a request of the shell is given, with a server that never answers. */
function ask(clock: ManualClock) {
  const given: RequestInit[] = [];
  const fetch = createFetchWithin(clock, (_url, init = {}) => {
    given.push(init);
    return new Promise(() => undefined);
  });
  void fetch('/screen', { cache: 'no-store' });
  return given[0];
}

it('[P-3] gives up what hangs, which keeps a connection from the screen’s own requests', () => {
  const clock = new ManualClock();
  const given = ask(clock);
  expect(given?.cache).toBe('no-store');
  clock.timeline.advance(119_000);
  expect(given?.signal?.aborted).toBe(false);
  clock.timeline.advance(1_000);
  expect(given?.signal?.aborted).toBe(true);
});

it('asks all the same in an engine that can give up nothing', () => {
  const { AbortController: known } = globalThis;
  Reflect.deleteProperty(globalThis, 'AbortController');
  try {
    expect(ask(new ManualClock())).toEqual({ cache: 'no-store' });
  } finally {
    globalThis.AbortController = known;
  }
});
