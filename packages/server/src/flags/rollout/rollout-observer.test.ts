import { beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '../../testing/manual-clock.fixture.js';
import { RolloutObserver } from './rollout-observer.js';
import { latencyBucket, sumSlices } from './window.js';

const MINUTE_MS = 60_000;
const HALL = { id: 'hall', schoolId: 'north' };
const MEMBERSHIP = { screenId: 'hall', schoolId: 'north' };

let clock: ManualClock;
let isActive: boolean;
let observer: RolloutObserver;

beforeEach(() => {
  clock = new ManualClock();
  isActive = true;
  observer = new RolloutObserver({
    clock,
    isActive: () => isActive,
    isObserved: (schoolId) => schoolId === 'north',
  });
});

const sums = () => sumSlices([{ node: 'a', atMs: 0, slices: [...observer.slices()] }], 0);
const poll = (screen = HALL, status = 304) =>
  observer.answered('status', status, 1, 'start', screen);
const fetch = () => observer.answered('snapshot', 200, 1, 'announcement', HALL);

/** Polls every 30 s for so long. */
function pollFor(ms: number): void {
  for (let passed = 0; passed < ms; passed += 30_000) {
    poll();
    clock.advance(30_000);
  }
}

describe('what a node observes', () => {
  it('[FLAG-3] counts an end that nobody meant, once the screen is heard of again', () => {
    observer.socketClosed('gone', MEMBERSHIP);
    expect(sums()).toMatchObject({ ends: 1, abnormalEnds: 0 });
    clock.advance(40_000);
    poll();
    poll();
    expect(sums()).toMatchObject({ ends: 1, abnormalEnds: 1, screens: 1 });
  });

  it('[FLAG-3] counts every end of a socket that flaps between two polls', () => {
    for (let at = 0; at < 5; at += 1) observer.socketClosed('gone', MEMBERSHIP);
    poll();
    expect(sums()).toMatchObject({ ends: 5, abnormalEnds: 5 });
  });

  it('[FLAG-3] takes no screen that was switched off for a failure', () => {
    observer.socketClosed('gone', MEMBERSHIP);
    clock.advance(5 * MINUTE_MS + 1);
    poll();
    expect(sums().abnormalEnds).toBe(0);
  });

  it.each(['left', 'restarting', 'realtimeOff', 'boundElsewhere', 'unknownScreen'])(
    '[FLAG-3] takes an end for normal that was meant: %s',
    (reason) => {
      observer.socketClosed(reason, MEMBERSHIP);
      poll();
      expect(sums()).toMatchObject({ ends: 1, abnormalEnds: 0 });
    },
  );

  it('[FLAG-3] tells a change that a poll found from one that was announced', () => {
    pollFor(2 * MINUTE_MS);
    fetch();
    expect(sums()).toMatchObject({ fetched: 1, found: 0 });
    poll(HALL, 200);
    fetch();
    expect(sums()).toMatchObject({ fetched: 2, found: 1 });
  });

  it('[FLAG-3] expects no announcement of a screen that was off, or has just started', () => {
    poll(HALL, 200);
    fetch();
    pollFor(3 * MINUTE_MS);
    clock.advance(12 * 60 * MINUTE_MS);
    poll(HALL, 200);
    fetch();
    expect(sums()).toMatchObject({ fetched: 0, found: 0 });
  });

  it('[FLAG-3] counts a screen, and that it refused a device, once in 15 minutes', () => {
    for (let at = 0; at < 28; at += 1) {
      poll();
      observer.refused(HALL);
      clock.advance(30_000);
    }
    expect(sums()).toMatchObject({ screens: 1, rejected: 1 });
    clock.advance(MINUTE_MS);
    poll();
    observer.refused(HALL);
    expect(sums()).toMatchObject({ screens: 2, rejected: 2 });
  });

  it('[FLAG-3] looks at schools of the rollout alone, but for latency', () => {
    const other = { id: 'gym', schoolId: 'south' };
    poll(other);
    observer.refused(other);
    observer.socketClosed('gone', { screenId: 'gym', schoolId: 'south' });
    observer.socketClosed('gone', undefined);
    observer.answered('snapshot', 304, 250, 'start', other);
    const { latency, ...rest } = sums();
    expect(latency).toEqual({ [latencyBucket(250)]: 1 });
    expect(Object.values(rest)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('[FLAG-3] counts latency alone while no rollout runs', () => {
    isActive = false;
    observer.answered('snapshot', 200, 5, 'announcement', HALL);
    observer.socketClosed('gone', MEMBERSHIP);
    isActive = true;
    poll();
    expect(sums()).toMatchObject({ ends: 0, abnormalEnds: 0, screens: 1 });
    expect(sums().latency).toEqual({ [latencyBucket(5)]: 1 });
  });

  it('keeps no more minutes than a window needs', () => {
    for (let at = 0; at < 90; at += 1) {
      poll();
      clock.advance(MINUTE_MS);
    }
    expect(observer.slices().length).toBeLessThanOrEqual(18);
  });
});
