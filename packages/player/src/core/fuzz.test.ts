import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DEFAULT_CORE_CONFIG } from './config.js';
import type { Effect } from './effect.js';
import type { PlayerEvent } from './event.js';
import { type Step, steps } from './fuzz.fixture.js';
import { initialState } from './initial-state.js';
import { checkInvariants } from './invariants.js';
import type { MediaJob } from './media-state.js';
import type { PlayerState } from './state.js';
import { earliestTimer } from './timers.js';
import { transition } from './transition.js';

const NOON = 1_795_521_600_000;

/** Lives through the steps and checks every promise after every transition. */
function live(seed: number, script: readonly Step[]): PlayerState {
  let at = 0;
  let wallMs = NOON;
  let lastEffect: Effect | undefined;
  let state = initialState(DEFAULT_CORE_CONFIG, seed, at, wallMs);

  const happen = (event: PlayerEvent): void => {
    const before = JSON.stringify(state.timers);
    const [next, effects] = transition(state, { at, wallMs, event });
    expect(JSON.stringify(state.timers), 'the state before was changed').toBe(before);
    expect(checkInvariants(next, state), `after ${JSON.stringify(event)}`).toEqual([]);
    state = next;
    lastEffect = effects.find(({ kind }) => kind !== 'log') ?? lastEffect;
  };

  happen({ kind: 'started' });
  for (const step of script) {
    if (step.kind === 'pass' || step.kind === 'jump-wall') {
      wallMs += step.ms;
      if (step.kind === 'pass') at += step.ms;
      continue;
    }
    if (step.kind === 'next-timer') {
      const next = earliestTimer(state.timers);
      if (next === undefined) throw new Error('nothing is due, ever');
      const passedMs = Math.max(0, next.dueMs - at);
      at += passedMs;
      wallMs += passedMs;
    }
    const event = eventOf(step, state, lastEffect);
    if (event !== undefined) happen(event);
  }
  return state;
}

function eventOf(
  step: Exclude<Step, { kind: 'pass' | 'jump-wall' }>,
  state: PlayerState,
  lastEffect: Effect | undefined,
): PlayerEvent | undefined {
  const { network, channel, identity, storage } = state;
  switch (step.kind) {
    case 'next-timer': {
      const next = earliestTimer(state.timers);
      return next && { kind: 'timer', name: next.name };
    }
    case 'answer': {
      const id = network.kind === 'fetching' ? network.attempt.id : 0;
      return { kind: 'answered', id: step.isStale ? id - 1 : id, outcome: step.outcome };
    }
    case 'channel': {
      const id = 'id' in channel.link ? channel.link.id : 0;
      return { kind: 'channel', id: step.isStale ? id - 1 : id, event: step.event };
    }
    case 'load': {
      const id = storage.kind === 'loading' ? storage.id : 0;
      const stored = { rung: 'database', generations: step.generations, memory: {} } as const;
      return { kind: 'store-loaded', id, stored };
    }
    case 'identify': {
      const id = identity.kind === 'loading' ? identity.id : 0;
      return { kind: 'identity-loaded', id, identity: { deviceId: 'd', durable: true } };
    }
    case 'saved': {
      const id = storage.kind === 'ready' ? (storage.saving?.id ?? 0) : 0;
      return { kind: 'saved', id, saved: step.saved };
    }
    case 'media':
      return mediaEventOf(step, state.media.job);
    case 'hint':
    case 'asked':
      return step;
    case 'last-effect-throws':
      return lastEffect && { kind: 'effect-failed', effect: lastEffect, detail: 'out of order' };
  }
}

function mediaEventOf(
  { outcomes, isStale }: Extract<Step, { kind: 'media' }>,
  job: MediaJob,
): PlayerEvent | undefined {
  const id = job.kind === 'idle' || isStale ? 0 : job.id;
  switch (job.kind) {
    case 'idle':
      return undefined;
    case 'opening':
      return { kind: 'media-opened', id, outcome: outcomes.opened };
    case 'downloading':
      return { kind: 'media-received', id, outcome: outcomes.received };
    case 'committing':
      return { kind: 'media-committed', id, outcome: outcomes.committed };
  }
}

it('[P-1] [P-3] [WS-7] [STORE-4] whatever happens, in any order, the promises hold after every event', () => {
  let shown = 0;
  let opened = 0;
  let played = 0;
  fc.assert(
    fc.property(fc.nat(), steps, (seed, script) => {
      const state = live(seed, script);
      if (state.shown.kind === 'content') shown += 1;
      if (state.channel.realtime === 'on') opened += 1;
      if (state.media.open.length > 0) played += 1;
    }),
    { numRuns: 400 },
  );
  // The steps reach where the promises matter.
  expect(shown).toBeGreaterThan(100);
  expect(opened).toBeGreaterThan(20);
  expect(played).toBeGreaterThan(20);
}, 30_000);
