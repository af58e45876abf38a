import { ERROR_STATUS, type ErrorCode, formatStatusTag } from '@hallboard/shared';
import type { AnswerFacts, SourceOutcome, SourceRequest } from '../ports/snapshot-source.js';
import type { FakeSchool } from './fake-school.js';
import type { RequestFault } from './faults.js';

/**
 * The display API (HTTP-1, HTTP-2) as the player's source reports it. The times of sending and
 * receiving are the link's to fill in.
 */
export function answerRequest(
  school: FakeSchool,
  { credentials, ...request }: SourceRequest,
  nowMs: number,
): SourceOutcome {
  const admission = school.admit(credentials.token, credentials.deviceId);
  if (admission.kind === 'unknown') return rejected('unknown_screen');
  if (admission.kind === 'bound-elsewhere') return rejected('screen_bound');
  const { revision, etag, text } = school.body;
  const screen = admission.info;
  const facts: AnswerFacts = {
    serverTimeMs: nowMs,
    revision,
    realtime: school.realtime,
    sentAtMs: 0,
    receivedAtMs: 0,
  };
  if (request.kind === 'status') {
    const isHeld =
      formatStatusTag(request.revision, request.screenVersion) ===
      formatStatusTag(revision, screen.version);
    return isHeld ? { kind: 'unchanged', facts } : { kind: 'changed', facts, screen };
  }
  if (request.etag === etag) return { kind: 'unchanged', facts, screen };
  return { kind: 'body', facts, screen, etag, body: text };
}

/** What the player's source makes of a right answer that met `fault` on its way. */
export function spoil(outcome: SourceOutcome, fault: RequestFault): SourceOutcome {
  switch (fault.kind) {
    case 'refused':
    case 'lost':
      return { kind: 'failed', failure: { cause: 'network', detail: 'refused' } };
    case 'portal':
      return { kind: 'failed', failure: { cause: 'not-ours', detail: 'text/html' } };
    case 'error': {
      const { kind: _, ...error } = fault;
      return { kind: 'failed', failure: { cause: 'rejected', ...error } };
    }
    case 'not-modified':
      return outcome.kind === 'failed' ? outcome : { kind: 'unchanged', facts: outcome.facts };
    case 'truncated':
      return withBody(outcome, (body) => body.slice(0, body.length / 2));
    case 'wrong-body':
      return withBody(outcome, () => fault.body);
    case 'cached':
      return withAge(outcome, fault.ageMs, fault.isMarked);
    case 'slow':
      return outcome;
  }
}

export function rejected(
  code: ErrorCode,
  retryAfterMs?: number,
): Extract<SourceOutcome, { kind: 'failed' }> {
  const retry = retryAfterMs === undefined ? {} : { retryAfterMs };
  return {
    kind: 'failed',
    failure: { cause: 'rejected', status: ERROR_STATUS[code], code, ...retry },
  };
}

function withBody(outcome: SourceOutcome, change: (body: string) => string): SourceOutcome {
  return outcome.kind === 'body' ? { ...outcome, body: change(outcome.body) } : outcome;
}

function withAge(outcome: SourceOutcome, ageMs: number, isMarked: boolean): SourceOutcome {
  if (outcome.kind === 'failed') return outcome;
  const { serverTimeMs, ...facts } = outcome.facts;
  if (isMarked || serverTimeMs === undefined) return { ...outcome, facts };
  return { ...outcome, facts: { ...facts, serverTimeMs: serverTimeMs - ageMs } };
}
