import type { MediaItem } from '@hallboard/shared';
import fc from 'fast-check';
import type { ChannelEvent } from '../ports/invalidation-channel.js';
import type { MediaOutcome } from '../ports/media-source.js';
import type { CommitOutcome, OpenOutcome } from '../ports/media-store.js';
import type { AnswerFacts, SourceOutcome } from '../ports/snapshot-source.js';
import type { Generation } from '../ports/snapshot-store.js';
import { sampleScreen, sampleSnapshot } from '../testing/sample-snapshot.js';
import { checksum } from './checksum.js';

/** One thing that may happen. `isStale`: under an id that is no longer the current one. */
export type Step =
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: 'next-timer' }
  | { readonly kind: 'jump-wall'; readonly ms: number }
  | { readonly kind: 'answer'; readonly outcome: SourceOutcome; readonly isStale: boolean }
  | { readonly kind: 'channel'; readonly event: ChannelEvent; readonly isStale: boolean }
  | { readonly kind: 'load'; readonly generations: readonly Generation[] }
  | { readonly kind: 'identify' }
  | { readonly kind: 'saved'; readonly saved: boolean }
  | { readonly kind: 'media'; readonly outcomes: MediaOutcomes; readonly isStale: boolean }
  | { readonly kind: 'hint'; readonly hint: 'wake' | 'online' }
  | { readonly kind: 'asked' }
  | { readonly kind: 'last-effect-throws' };

/** What becomes of a step of keeping media, whichever it is. */
export interface MediaOutcomes {
  readonly opened: OpenOutcome;
  readonly received: MediaOutcome;
  readonly committed: CommitOutcome;
}

const REVISIONS = ['sample.1', 'sample.2', 'other.1'] as const;
const BODIES = new Map(
  REVISIONS.map((revision) => [
    revision,
    JSON.stringify({ ...sampleSnapshot({ days: 1 }), revision, media: mediaOf(revision) }),
  ]),
);

/** One file that every revision has, and one by its number. */
function mediaOf(name: string): readonly MediaItem[] {
  return ['0', name.slice(-1)].map((digit) => ({
    id: digit,
    groups: [],
    kind: 'image',
    file: { hash: digit.repeat(64), mimeType: 'image/png', bytes: 4 },
    durationMs: 1_000,
  }));
}

const revision = fc.constantFrom(...REVISIONS);
const ms = fc.oneof(fc.nat(2_000), fc.nat(20_000), fc.nat(600_000), fc.constant(0));
const realtime = fc.constantFrom('on' as const, 'off' as const);
const screen = fc.integer({ min: 1, max: 3 }).map((version) => sampleScreen({ version }));
const isStale = fc.boolean();

const facts: fc.Arbitrary<AnswerFacts> = fc
  .record({ revision, realtime, serverTimeMs: fc.option(fc.integer({ min: 0, max: 2e12 })), ms })
  .map(({ serverTimeMs, ms: roundTripMs, ...rest }) => ({
    ...rest,
    ...(serverTimeMs !== null && { serverTimeMs }),
    sentAtMs: 0,
    receivedAtMs: roundTripMs,
  }));

const body = fc.oneof(
  { weight: 5, arbitrary: revision.map((named) => BODIES.get(named) ?? '') },
  { weight: 1, arbitrary: fc.constantFrom('', '{}', '<html>', '{"schema":{"major":2}}') },
);

const failure = fc.oneof(
  fc.constant({ cause: 'network', detail: 'refused' } as const),
  fc.constant({ cause: 'not-ours', detail: 'text/html' } as const),
  fc
    .record({
      status: fc.constantFrom(401, 403, 404, 426, 429, 500, 503),
      code: fc.constantFrom(
        'unknown_screen',
        'screen_bound',
        'rate_limited',
        'unavailable',
        'unknown',
      ),
      retryAfterMs: fc.oneof(fc.nat(1_000_000), fc.constantFrom(Number.NaN, -1, 1e300)),
    })
    .map((rejected) => ({ cause: 'rejected', ...rejected }) as const),
);

const outcome: fc.Arbitrary<SourceOutcome> = fc.oneof(
  fc.record({ kind: fc.constant('unchanged' as const), facts }),
  fc.record({ kind: fc.constant('unchanged' as const), facts, screen }),
  fc.record({ kind: fc.constant('changed' as const), facts, screen }),
  fc.record({
    kind: fc.constant('body' as const),
    facts,
    screen,
    body,
    etag: fc.constantFrom('"a"', '"b"', ''),
  }),
  fc.record({ kind: fc.constant('failed' as const), failure }),
);

const durationMs = fc.oneof(fc.nat(30_000), fc.constantFrom(0, Number.MAX_SAFE_INTEGER));
const frame = fc.oneof(
  fc.record({
    type: fc.constant('welcome'),
    protocol: fc.constant(1),
    revision,
    screen,
    spreadMs: durationMs,
    heartbeatMs: durationMs,
    reconnectMs: durationMs,
  }),
  fc.record({
    type: fc.constant('invalidate'),
    revision,
    spreadMs: durationMs,
    urgent: fc.boolean(),
  }),
  fc.record({ type: fc.constant('drain'), minMs: durationMs, maxMs: durationMs }),
  fc.record({ type: fc.constantFrom('heartbeat', 'pong', 'confetti') }),
);

const channelEvent: fc.Arbitrary<ChannelEvent> = fc.oneof(
  fc.constant({ kind: 'open' } as const),
  frame.map((message) => ({ kind: 'frame', text: JSON.stringify(message) }) as const),
  fc
    .constantFrom(1000, 1006, 1008, 1012, 1013, 4400, 4403, 4406, 4408, 4410, 4429)
    .map((code) => ({ kind: 'closed', code, reason: '' }) as const),
);

const media: fc.Arbitrary<MediaOutcomes> = fc.record({
  opened: fc.constantFrom<OpenOutcome>('verified', 'absent', 'absent', 'wrong-bytes', 'failed'),
  received: fc.oneof(
    fc
      .record({ fromByte: fc.constantFrom(0, 0, 2), length: fc.constantFrom(4, 4, 2, 0, 9) })
      .map(({ fromByte, length }): MediaOutcome => {
        return { kind: 'part', fromByte, bytes: new Uint8Array(length) };
      }),
    failure.map((failed): MediaOutcome => ({ kind: 'failed', failure: failed })),
  ),
  committed: fc.constantFrom<CommitOutcome>(
    { kind: 'kept' },
    { kind: 'held', cause: 'full' },
    { kind: 'refused', cause: 'wrong-bytes' },
    { kind: 'refused', cause: 'full' },
  ),
});

const generation: fc.Arbitrary<Generation> = fc
  .record({ seq: fc.nat(9), revision, screen, isSpoilt: fc.boolean() })
  .map(({ isSpoilt, ...rest }) => {
    const text = BODIES.get(rest.revision) ?? '';
    const sum = isSpoilt ? 'spoilt' : checksum(text);
    return { ...rest, etag: `"${rest.revision}"`, body: text, checksum: sum };
  });

/** Anything at all, in any order. */
export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.constant({ kind: 'next-timer' } as const) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('pass' as const), ms }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('answer' as const), outcome, isStale }) },
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('channel' as const), event: channelEvent, isStale }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('load' as const),
        generations: fc.array(generation, { maxLength: 3 }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('media' as const), outcomes: media, isStale }),
    },
    { weight: 1, arbitrary: fc.constant({ kind: 'identify' } as const) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('saved' as const), saved: fc.boolean() }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('hint' as const),
        hint: fc.constantFrom('wake' as const, 'online' as const),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('jump-wall' as const),
        ms: fc.integer({ min: -1e11, max: 1e11 }),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ kind: 'asked' } as const) },
    { weight: 1, arbitrary: fc.constant({ kind: 'last-effect-throws' } as const) },
  ),
  { minLength: 20, maxLength: 200, size: 'max' },
);
