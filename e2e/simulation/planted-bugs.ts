import {
  type Input,
  type PlayerState,
  type Transition,
  transition,
} from '@hallboard/player/testing';

/** A defect that a player could have, put around the machine that has not. */
export interface PlantedBug {
  readonly name: string;
  /** The promises that it breaks; the simulator names one of them. */
  readonly breaks: readonly string[];
  readonly transition: Transition;
}

const DAY_MS = 24 * 3_600_000;

export const PLANTED_BUGS: readonly PlantedBug[] = [
  {
    name: 'an open socket stops the polling',
    breaks: ['P-3'],
    transition: changed((next) =>
      next.channel.link.kind === 'open' ? withRefresh(next, undefined) : next,
    ),
  },
  {
    name: 'an open socket makes polls rare',
    breaks: ['P-3'],
    transition: changed((next, before) => {
      const { refresh } = next.timers;
      const isNew = refresh !== undefined && refresh !== before.timers.refresh;
      return next.channel.link.kind === 'open' && isNew
        ? withRefresh(next, refresh + 200_000)
        : next;
    }),
  },
  {
    name: 'an invalidate during a fetch is dropped',
    breaks: ['P-2'],
    transition: changed((next, before, { event }) => {
      if (event.kind !== 'channel' || event.event.kind !== 'frame') return next;
      const { network } = next;
      if (network.kind !== 'fetching' || before.network.kind !== 'fetching') return next;
      const attempt = { ...network.attempt, noticed: before.network.attempt.noticed };
      return { ...next, network: { kind: 'fetching', attempt } };
    }),
  },
  {
    name: 'retries end after ten',
    breaks: ['P-3'],
    transition: changed((next) =>
      next.contact.kind === 'failing' && next.contact.failures >= 10
        ? withRefresh(next, undefined)
        : next,
    ),
  },
  {
    name: 'a cached body sets the clock',
    breaks: ['P-5'],
    transition: changed((next, before, { at, event }) => {
      if (event.kind !== 'answered' || event.outcome.kind === 'failed') return next;
      if (before.network.kind !== 'fetching' || next.storage.kind !== 'ready') return next;
      const { lastTrueMs } = next.storage.memory;
      // The time that the cache kept with the body is as old as the player's last visit.
      if (event.outcome.facts.serverTimeMs !== undefined || lastTrueMs === undefined) return next;
      const sample = { offsetMs: lastTrueMs - at, roundTripMs: 1 };
      const { offsetMs } = sample;
      const time = { offsetMs, basis: 'sample', doubtMs: 0, samples: [sample] } as const;
      return { ...next, time: { ...time, suspect: undefined } };
    }),
  },
  {
    name: 'a half-written generation is shown',
    breaks: ['P-1', 'STORE-2'],
    transition: changed((next, before, { event }) => {
      if (event.kind !== 'store-loaded' || before.shown.kind === 'content') return next;
      if (next.shown.kind === 'empty') return next;
      const [newest] = [...event.stored.generations].sort((a, b) => b.seq - a.seq);
      if (newest === undefined || next.storage.kind === 'loading') return next;
      const storage = { ...next.storage, storedSeq: newest.seq };
      return { ...next, storage, shown: { ...next.shown, generation: newest } };
    }),
  },
  {
    name: 'a half-written file is shown',
    breaks: ['STORE-4'],
    transition: (state, input) => {
      const { event } = input;
      const isWrong = event.kind === 'media-opened' && event.outcome === 'wrong-bytes';
      return transition(
        state,
        isWrong ? { ...input, event: { ...event, outcome: 'verified' } } : input,
      );
    },
  },
  {
    name: 'a download is left for good when a refresh comes between',
    breaks: ['STORE-4'],
    transition: changed((next, before) => {
      const isLeft = before.media.job.kind === 'downloading' && next.network.kind === 'fetching';
      return isLeft ? { ...next, media: { ...next.media, missing: [] } } : next;
    }),
  },
  {
    name: 'every screen refreshes at midnight',
    breaks: ['P-4'],
    transition: changed((next, before, { at }) => {
      const isNewDay = dayOf(next, at) !== dayOf(before, before.watch.atMs);
      return isNewDay && next.network.kind === 'idle' ? withRefresh(next, at) : next;
    }),
  },
  {
    name: 'a rejected token clears the screen',
    breaks: ['P-1'],
    transition: changed((next) =>
      next.contact.kind === 'failing' && next.contact.rejection !== undefined
        ? { ...next, shown: { kind: 'empty' } }
        : next,
    ),
  },
  {
    name: 'a jump of the wall clock moves the time',
    breaks: ['P-5'],
    transition: changed((next, before, { at, wallMs }) => {
      const jumpMs = wallMs - before.watch.wallMs - (at - before.watch.atMs);
      if (Math.abs(jumpMs) < 5_000) return next;
      return { ...next, time: { ...next.time, offsetMs: next.time.offsetMs + jumpMs, doubtMs: 0 } };
    }),
  },
  {
    name: 'a write goes over the newest copy',
    breaks: ['STORE-2', 'P-1'],
    transition: (state, input) => {
      const [next, effects] = transition(state, input);
      return [
        next,
        effects.map((effect) => (effect.kind === 'save' ? { ...effect, keep: undefined } : effect)),
      ];
    },
  },
  {
    name: 'the channel gives up after ten failures',
    breaks: ['WS-7'],
    transition: changed((next) =>
      next.channel.link.kind === 'resting'
        ? { ...next, timers: { ...next.timers, channel: next.watch.atMs + 30 * DAY_MS } }
        : next,
    ),
  },
  {
    name: 'a dead socket is not noticed',
    breaks: ['WS-7', 'P-6'],
    transition: changed((next) => {
      const { link } = next.channel;
      if (link.kind !== 'connecting' && link.kind !== 'greeting') return next;
      return { ...next, timers: { ...next.timers, channel: next.watch.atMs + 30 * DAY_MS } };
    }),
  },
  {
    name: 'a bell rings before it is written down',
    breaks: ['TIME-3'],
    transition: (state, input) => {
      const [next, effects] = transition(state, input);
      const ring = next.bells.next;
      const isClaimed = effects.some(({ kind }) => kind === 'claim-ring');
      const later = effects.filter(({ kind }) => kind !== 'ring');
      if (!isClaimed || ring === undefined) return [next, later];
      const { key, occasion } = ring;
      return [next, [{ kind: 'ring', key, occasion, volume: 1 }, ...later]];
    },
  },
  {
    name: 'a clock that jumps makes a bell ring again',
    breaks: ['TIME-3'],
    transition: (state, input) => {
      const { event } = input;
      const isDenied = event.kind === 'ring-claimed' && event.claim === 'again';
      const [next, effects] = transition(
        state,
        isDenied ? { ...input, event: { ...event, claim: 'first' } } : input,
      );
      const { watch } = state;
      const jumpMs = input.wallMs - watch.wallMs - (input.at - watch.atMs);
      if (Math.abs(jumpMs) < 5_000) return [next, effects];
      return [{ ...next, bells: { ...next.bells, done: [] } }, effects];
    },
  },
  {
    name: 'a bell is late',
    breaks: ['TIME-3'],
    transition: changed((next, before) => {
      const { bell } = next.timers;
      const isNew = bell !== undefined && next.bells.stage !== before.bells.stage;
      return isNew && next.bells.stage.kind === 'claimed'
        ? { ...next, timers: { ...next.timers, bell: bell + 20_000 } }
        : next;
    }),
  },
];

type Change = (next: PlayerState, before: PlayerState, input: Input) => PlayerState;

function changed(change: Change): Transition {
  return (state, input) => {
    const [next, effects] = transition(state, input);
    return [change(next, state, input), effects];
  };
}

function withRefresh(state: PlayerState, refresh: number | undefined): PlayerState {
  if (state.network.kind === 'fetching') return state;
  return { ...state, timers: { ...state.timers, refresh } };
}

function dayOf({ time }: PlayerState, at: number): number {
  return Math.floor((at + time.offsetMs) / DAY_MS);
}
