import { fullBudget } from './budget.js';
import { initialEstimate } from './clock-estimate.js';
import type { CoreConfig } from './config.js';
import { NO_MEDIA } from './media-state.js';
import { seedRandom } from './random-state.js';
import type { Bells, PlayerState } from './state.js';
import { type MonoMs, NO_TIMERS } from './timers.js';

/** Until a `welcome` says otherwise. */
const FIRST_RECONNECT_MS = 1_000;

const NO_BELLS: Bells = {
  next: undefined,
  stage: { kind: 'waiting' },
  isMuted: false,
  done: [],
  missed: 0,
  reviewedMs: undefined,
};

/** A player that has not started: it shows nothing, holds nothing and waits for nothing. */
export function initialState(
  config: CoreConfig,
  seed: number,
  at: MonoMs,
  wallMs: number,
): PlayerState {
  return {
    config,
    startedAtMs: undefined,
    shown: { kind: 'empty' },
    network: { kind: 'idle' },
    contact: { kind: 'none' },
    poll: {
      rung: 0,
      want: undefined,
      notBeforeMs: at,
      owed: false,
      postponed: undefined,
      budget: fullBudget(at),
    },
    identity: { kind: 'loading', id: 0, askedAtMs: at },
    storage: { kind: 'loading', id: 0, askedAtMs: at },
    media: NO_MEDIA,
    channel: {
      link: { kind: 'held' },
      failures: 0,
      reconnectMs: FIRST_RECONNECT_MS,
      realtime: undefined,
      strangeFrames: 0,
    },
    time: initialEstimate({}, at, wallMs),
    bells: NO_BELLS,
    watch: { atMs: at, wallMs },
    timers: NO_TIMERS,
    random: seedRandom(seed),
    lastEffectId: 0,
  };
}
