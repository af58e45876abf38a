import { describe, expect, it, vi } from 'vitest';
import { TestScreen } from './screen.fixture.js';
import { transition } from './transition.js';

describe('subscribe', () => {
  it('is told after every event, at least once a second, and says goodbye', () => {
    const screen = new TestScreen().startFresh();
    let told = 0;
    const unsubscribe = screen.core.subscribe((state) => {
      expect(state).toBe(screen.core.state());
      told += 1;
    });
    screen.advance(10_000);
    expect(told).toBeGreaterThanOrEqual(10);
    unsubscribe();
    unsubscribe();
    const before = told;
    screen.advance(10_000);
    expect(told).toBe(before);
  });

  it('survives a listener that throws, and tells the log', () => {
    const screen = new TestScreen();
    screen.core.subscribe(() => {
      throw new Error('cannot paint');
    });
    let told = 0;
    screen.core.subscribe(() => {
      told += 1;
    });
    screen.startFresh();
    expect(told).toBeGreaterThan(3);
    expect(screen.logger.entries).toContainEqual({
      level: 'error',
      name: 'listener.failed',
      details: { detail: 'cannot paint' },
    });
  });
});

describe('close', () => {
  it('stops everything, once and for all, whenever it comes', () => {
    for (const atMs of [0, 3, 50, 1_000, 1_900, 12_000, 60_000]) {
      const screen = new TestScreen();
      screen.core.start();
      screen.advance(atMs);
      let told = 0;
      screen.core.subscribe(() => {
        told += 1;
      });
      screen.core.close();
      screen.core.close();
      screen.core.start();
      const state = screen.core.state();
      const requests = screen.requests().length;
      screen.connectivity.emit('online');
      screen.advance(600_000);
      expect(screen.core.state()).toBe(state);
      expect(told).toBe(0);
      expect(screen.requests().length - requests).toBeLessThanOrEqual(1);
      expect(screen.server.gateway.welcomed).toBe(0);
    }
  });

  it('[EMB-4] lets go of its files', () => {
    const screen = new TestScreen().startFresh();
    const closed = vi.spyOn(screen.mediaStore, 'close');
    screen.core.close();
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('may be called by a listener', () => {
    const screen = new TestScreen();
    let told = 0;
    screen.core.subscribe(() => {
      told += 1;
      if (told === 3) screen.core.close();
    });
    screen.core.start();
    screen.advance(60_000);
    expect(told).toBe(3);
  });
});

describe('effects', () => {
  it('keep credentials out of the state and the log', () => {
    const screen = new TestScreen().startLive();
    screen.link.requestFault = { kind: 'refused' };
    screen.advance(60_000);
    const { identity: _, ...state } = screen.state;
    const told = JSON.stringify([state, screen.logger.entries]);
    expect(told).not.toContain('sample-token');
    expect(told).not.toContain('sample-device');
  });

  it('survive ports that throw at every call', () => {
    const screen = new TestScreen();
    screen.store.fault = 'throws';
    screen.link.socketFault = { kind: 'throws' };
    screen.link.requestFault = () => {
      throw new Error('out of order');
    };
    screen.core.start();
    screen.advance(600_000);
    expect(screen.state.contact).toMatchObject({ kind: 'failing', failure: { cause: 'network' } });
    screen.link.heal();
    screen.store.fault = undefined;
    screen.until(() => screen.linkKind === 'open' && screen.shown === 'sample.1', 120_000);
  });
});

it('[P-3] a defect in the machine silences nothing: the timer comes again', () => {
  let defects = 0;
  const screen = new TestScreen({
    transition: (state, input) => {
      const isRefresh = input.event.kind === 'timer' && input.event.name === 'refresh';
      if (isRefresh && defects < 3) {
        defects += 1;
        throw new Error('defect');
      }
      return transition(state, input);
    },
  });
  screen.core.start();
  screen.timeline.advance(40_000);
  expect(defects).toBe(3);
  expect(screen.shown).toBe('sample.1');
});

it('is a pure function of what happens: the same run gives the same state', () => {
  const [first, second] = [1, 2].map(() => {
    const screen = new TestScreen({ seed: 9 }).startLive();
    screen.advance(60_000);
    screen.server.publish();
    screen.link.goDown();
    screen.advance(600_000);
    screen.link.heal();
    screen.advance(60_000);
    return screen.state;
  });
  expect(first).toEqual(second);
});
