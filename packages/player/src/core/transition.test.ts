import { describe, expect, it } from 'vitest';
import type { SourceOutcome } from '../ports/snapshot-source.js';
import { sampleScreen, sampleSnapshot } from '../testing/sample-snapshot.js';
import type { PlayerEvent } from './event.js';
import { TestScreen } from './screen.fixture.js';
import type { PlayerState } from './state.js';
import { transition } from './transition.js';

const news: SourceOutcome = {
  kind: 'body',
  facts: {
    serverTimeMs: 0,
    revision: 'sample.9',
    realtime: 'off',
    sentAtMs: 0,
    receivedAtMs: 0,
  },
  screen: sampleScreen(),
  etag: '"sample.9"',
  body: JSON.stringify({ ...sampleSnapshot(), revision: 'sample.9' }),
};

/** What the state is a moment later, but for the clocks. */
function stateAfter(state: PlayerState, event: PlayerEvent): Omit<PlayerState, 'watch'> {
  const { atMs: at, wallMs } = state.watch;
  const { watch: _, ...rest } = transition(state, { at, wallMs, event })[0];
  return rest;
}

/** A live screen in the middle of a request and of a write. */
function busy(): PlayerState {
  const screen = new TestScreen().startLive();
  screen.store.latencyMs = 20_000;
  screen.server.publish();
  screen.until(() => screen.shown === 'sample.2', 3_000);
  screen.until(() => screen.state.network.kind === 'fetching', 12_000);
  return screen.state;
}

describe('[WS-5] what comes under an id that is no longer current is ignored', () => {
  const state = busy();
  const { watch: _, ...unchanged } = state;
  const id = 1;
  const events: readonly PlayerEvent[] = [
    { kind: 'answered', id, outcome: news },
    { kind: 'channel', id, event: { kind: 'closed', code: 4410, reason: '' } },
    { kind: 'channel', id, event: { kind: 'frame', text: '{"type":"heartbeat"}' } },
    { kind: 'saved', id, saved: true },
    { kind: 'identity-loaded', id, identity: { deviceId: 'another', durable: true } },
    { kind: 'store-loaded', id, stored: { rung: 'memory', generations: [], memory: {} } },
  ];
  it.each(events)('$kind', (event) => {
    expect(stateAfter(state, event)).toEqual(unchanged);
  });

  it('and what comes under the current one is not', () => {
    const { network, channel, storage } = state;
    if (network.kind !== 'fetching' || channel.link.kind !== 'open') throw new Error('not busy');
    if (storage.kind !== 'ready' || storage.saving === undefined) throw new Error('not writing');
    const current: readonly PlayerEvent[] = [
      { kind: 'answered', id: network.attempt.id, outcome: news },
      {
        kind: 'channel',
        id: channel.link.id,
        event: { kind: 'closed', code: 4410, reason: '' },
      },
      { kind: 'saved', id: storage.saving.id, saved: true },
    ];
    for (const event of current) expect(stateAfter(state, event)).not.toEqual(unchanged);
  });
});

it('changes nothing in the state that it is given', () => {
  const state = deepFreeze(busy());
  const { network } = state;
  if (network.kind !== 'fetching') throw new Error('not busy');
  const events: readonly PlayerEvent[] = [
    { kind: 'answered', id: network.attempt.id, outcome: news },
    { kind: 'hint', hint: 'wake' },
    { kind: 'timer', name: 'deadline' },
    { kind: 'timer', name: 'tick' },
  ];
  for (const event of events) {
    const inAMinute = { at: state.watch.atMs + 60_000, wallMs: state.watch.wallMs + 60_000 };
    expect(() => transition(state, { ...inAMinute, event })).not.toThrow();
  }
});

it('ignores a timer that has been moved meanwhile', () => {
  const state = busy();
  const { watch: _, ...unchanged } = state;
  for (const name of ['deadline', 'channel', 'save', 'boot', 'refresh'] as const) {
    expect(stateAfter(state, { kind: 'timer', name })).toEqual(unchanged);
  }
});

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}
