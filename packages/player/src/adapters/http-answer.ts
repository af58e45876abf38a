import {
  check,
  errorSchema,
  HEADERS,
  parseRevision,
  receivedScreenSchema,
  type ScreenInfo,
  statusSchema,
} from '@hallboard/shared';
import type { AnswerFacts, SourceOutcome, SourceRequest } from '../ports/snapshot-source.js';
import type { HttpReply } from './http-transport.js';

type Answer = Extract<HttpReply, { readonly kind: 'answer' }>;

/** What an answer of the display API says; whatever does not fit its form is not ours (POLL-5). */
export function readAnswer(
  kind: SourceRequest['kind'],
  answer: Answer,
  sentAtMs: number,
): SourceOutcome {
  if (answer.status !== 200 && answer.status !== 304) return readError(answer);
  const facts = readFacts(answer, sentAtMs);
  if (facts === undefined) return notOurs('headers are missing or malformed');
  if (kind === 'status') {
    if (answer.status === 304) return { kind: 'unchanged', facts };
    const status = check(statusSchema, parseJson(answer.body));
    if (!status.ok) return notOurs('malformed status');
    return { kind: 'changed', facts, screen: status.value.screen };
  }
  const screen = readScreen(answer.header(HEADERS.screen));
  if (screen === 'malformed') return notOurs('malformed screen');
  if (answer.status === 304) return { kind: 'unchanged', facts, ...(screen && { screen }) };
  if (screen === undefined) return notOurs('the screen is missing');
  // A proxy that drops the tag costs bytes, not content.
  const etag = answer.header('etag') ?? '';
  return { kind: 'body', facts, screen, etag, body: answer.body };
}

type Failed = Extract<SourceOutcome, { readonly kind: 'failed' }>;

function notOurs(detail: string): Failed {
  return { kind: 'failed', failure: { cause: 'not-ours', detail } };
}

/** The API's error in an answer that is none but an error. */
export function readError(answer: Pick<Answer, 'status' | 'header' | 'body'>): Failed {
  const error = check(errorSchema, parseJson(answer.body));
  if (!error.ok) return notOurs(`status ${answer.status} without an error of ours`);
  const { status } = answer;
  const retryAfterS = readWholeNumber(answer.header('retry-after'));
  return {
    kind: 'failed',
    failure: {
      cause: 'rejected',
      status,
      code: error.value.error,
      ...(retryAfterS !== undefined && { retryAfterMs: retryAfterS * 1000 }),
    },
  };
}

function readFacts(answer: Answer, sentAtMs: number): AnswerFacts | undefined {
  const revision = answer.header(HEADERS.revision);
  const realtime = answer.header(HEADERS.realtime);
  if (revision === undefined || parseRevision(revision) === undefined) return undefined;
  if (realtime !== 'on' && realtime !== 'off') return undefined;
  const facts = { revision, realtime, sentAtMs, receivedAtMs: answer.receivedAtMs } as const;
  const serverTimeMs = readWholeNumber(answer.header(HEADERS.serverTime));
  // A cache between us and the server gives an age to what it kept (TIME-1).
  const isFresh = (readWholeNumber(answer.header('age')) ?? 0) === 0;
  return serverTimeMs !== undefined && isFresh ? { ...facts, serverTimeMs } : facts;
}

/** The screen object, if there is one: percent-encoded since a header holds no more than ASCII (SNAP-8). */
function readScreen(header: string | undefined): ScreenInfo | 'malformed' | undefined {
  if (header === undefined) return undefined;
  let text: string;
  try {
    text = decodeURIComponent(header);
  } catch {
    return 'malformed';
  }
  const screen = check(receivedScreenSchema, parseJson(text));
  return screen.ok ? screen.value : 'malformed';
}

/** @returns `undefined`, which no schema accepts, for what is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readWholeNumber(header: string | undefined): number | undefined {
  return header !== undefined && /^\d{1,15}$/.test(header) ? Number(header) : undefined;
}
