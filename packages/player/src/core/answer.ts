import type { ScreenInfo } from '@hallboard/shared';
import type { AnswerFacts, SourceOutcome } from '../ports/snapshot-source.js';
import type { Generation } from '../ports/snapshot-store.js';
import { sampleFrom, withSample } from './clock-estimate.js';
import type { EffectId } from './effect.js';
import { ask, endAttempt, snapshotAsk } from './refresh.js';
import { refreshAccepted, refreshFailed } from './settle.js';
import { type Attempt, type Shown, screenOf } from './state.js';
import { showBody, showScreen } from './storage.js';
import { log, type Turn } from './turn.js';
import { readBody } from './verify.js';

/** An answer, or the lack of one. One that is not the outstanding request's is ignored (WS-5). */
export function onAnswered(turn: Turn, id: EffectId, outcome: SourceOutcome): void {
  const { network } = turn.state;
  if (network.kind === 'idle' || network.attempt.id !== id) return;
  const { attempt } = network;
  endAttempt(turn);
  if (outcome.kind !== 'failed') takeSample(turn, attempt, outcome.facts);
  switch (outcome.kind) {
    case 'failed':
      refreshFailed(turn, attempt, outcome.failure);
      break;
    case 'unchanged':
      onUnchanged(turn, attempt, outcome);
      break;
    case 'changed':
      onChanged(turn, attempt, outcome);
      break;
    case 'body':
      onBody(turn, attempt, outcome);
      break;
  }
}

const NOTHING: Shown = { kind: 'empty' };

type Outcome<K extends SourceOutcome['kind']> = Extract<SourceOutcome, { kind: K }>;

/**
 * 304. It means nothing to one who did not say what it holds (HTTP-1). One that names another
 * revision than the one held comes from somebody on the way: then the content is asked for, in full
 * if need be.
 */
function onUnchanged(turn: Turn, attempt: Attempt, { facts, screen }: Outcome<'unchanged'>): void {
  const { shown } = turn.state;
  const isConditional = attempt.ask.kind === 'status' || attempt.ask.etag !== undefined;
  if (shown.kind === 'empty' || !isConditional) {
    refreshFailed(turn, attempt, { cause: 'not-ours', detail: '304 to an unconditional request' });
  } else if (facts.revision !== shown.generation.revision) {
    const held = attempt.ask.kind === 'status' ? shown : NOTHING;
    ask(turn, snapshotAsk(held, facts.revision, causeOf(attempt)), attempt);
  } else {
    refreshAccepted(turn, attempt, facts, adoptScreen(turn, screen));
  }
}

/** 200 of `status`: the revision differs, or the screen object alone does (SNAP-8). */
function onChanged(turn: Turn, attempt: Attempt, { facts, screen }: Outcome<'changed'>): void {
  const { shown } = turn.state;
  if (attempt.ask.kind === 'snapshot') {
    refreshFailed(turn, attempt, { cause: 'not-ours', detail: 'a status in place of a snapshot' });
  } else if (revisionOf(shown) === facts.revision) {
    refreshAccepted(turn, attempt, facts, adoptScreen(turn, screen));
  } else {
    const want = attempt.noticed?.revision ?? facts.revision;
    ask(turn, snapshotAsk(shown, want, causeOf(attempt)), attempt);
  }
}

/** A poll found what no invalidate had named before it (OBS-1). */
function causeOf({ want, noticed }: Attempt): 'poll' | undefined {
  return want === undefined && noticed === undefined ? 'poll' : undefined;
}

/** 200 of `snapshot`. One that is no snapshot is a failed refresh (SNAP-1, POLL-5). */
function onBody(turn: Turn, attempt: Attempt, received: Outcome<'body'>): void {
  const { shown } = turn.state;
  if (shown.kind === 'content' && isSameBody(shown.generation, received)) {
    refreshAccepted(turn, attempt, received.facts, adoptScreen(turn, received.screen));
    return;
  }
  const reading = readBody(received.body);
  if (!reading.ok) {
    refreshFailed(turn, attempt, { cause: 'invalid', detail: reading.detail });
    return;
  }
  showBody(turn, received, reading);
  log(turn, 'info', 'snapshot.shown', { revision: reading.snapshot.revision });
  refreshAccepted(turn, attempt, received.facts, 'news');
}

/** An answer that a sleep may have delayed says nothing of the time (TIME-1). */
function takeSample(turn: Turn, attempt: Attempt, facts: AnswerFacts): void {
  const sample = attempt.woken ? undefined : sampleFrom(facts);
  if (sample !== undefined) turn.state.time = withSample(turn.state.time, sample);
}

function adoptScreen(turn: Turn, screen: ScreenInfo | undefined): 'news' | 'no-news' {
  if (screen === undefined || screen.version === screenOf(turn.state.shown)?.version) {
    return 'no-news';
  }
  showScreen(turn, screen);
  return 'news';
}

function revisionOf(shown: Shown): string | undefined {
  return shown.kind === 'content' ? shown.generation.revision : undefined;
}

function isSameBody(held: Generation, received: Outcome<'body'>): boolean {
  return held.etag === received.etag && held.body === received.body;
}
