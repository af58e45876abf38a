import type { AnswerFacts } from '../ports/snapshot-source.js';
import type { Rejection } from '../scene/view.js';
import { trueTime, withSleep } from './clock-estimate.js';
import {
  changePoll,
  holdBack,
  scheduleAfterAnswer,
  scheduleAfterRejection,
  scheduleWake,
  scheduleWanted,
} from './scheduler.js';
import type { Attempt, Contact, RefreshFailure } from './state.js';
import { rememberTime } from './storage.js';
import { log, type Turn } from './turn.js';
import { isShown } from './wanted.js';

/** A refresh ended well: what is shown is what the server has. */
export function refreshAccepted(
  turn: Turn,
  attempt: Attempt,
  facts: AnswerFacts,
  news: 'news' | 'no-news',
): void {
  const before = turn.state.contact;
  turn.state.contact = { kind: 'accepted' };
  scheduleAfterAnswer(turn, news);
  honourNoticed(turn, attempt);
  if (attempt.woken) scheduleWake(turn);
  const isReturn = before.kind === 'failing' && isNetworkDown(before.failure);
  noteRealtime(turn, facts.realtime, isReturn);
  rememberTime(turn);
}

/** With nobody to open a socket, it is known whether one may be (P-6). */
function noteRealtime(turn: Turn, realtime: 'on' | 'off', networkReturned: boolean): void {
  const { extras, state } = turn;
  if (extras !== undefined) extras.onRefreshAccepted(turn, realtime, networkReturned);
  else
    state.channel = {
      ...state.channel,
      realtime,
      link: { kind: realtime === 'on' ? 'held' : 'off' },
    };
}

/** A refresh failed: the next one follows, and nothing else changes (P-1, POLL-5). */
export function refreshFailed(
  turn: Turn,
  attempt: Attempt | undefined,
  failure: RefreshFailure,
): void {
  const rejection = rejectionOf(failure);
  turn.state.contact = failingAfter(turn, failure, rejection);
  if (isNetworkDown(failure)) turn.state.time = withSleep(turn.state.time);
  if (failure.cause === 'rejected' && failure.retryAfterMs !== undefined) {
    holdBack(turn, failure.retryAfterMs);
  }
  if (rejection !== undefined) scheduleAfterRejection(turn);
  else scheduleAfterAnswer(turn, 'no-news');
  if (attempt !== undefined) {
    if (!honourNoticed(turn, attempt)) changePoll(turn, { want: attempt.want });
    if (attempt.woken) scheduleWake(turn);
  }
  log(turn, 'warn', 'refresh.failed', { ...failure });
}

/** An invalidate that arrived meanwhile counts unless it is what is shown by now (WS-5). */
function honourNoticed(turn: Turn, { noticed }: Attempt): boolean {
  if (noticed === undefined || isShown(turn.state.shown, noticed)) return false;
  scheduleWanted(turn, noticed);
  return true;
}

function failingAfter(
  turn: Turn,
  failure: RefreshFailure,
  rejection: Rejection | undefined,
): Contact {
  const { contact, time } = turn.state;
  if (contact.kind === 'failing') {
    const failures = contact.failures + 1;
    return { ...contact, failure, failures, rejection: rejection ?? contact.rejection };
  }
  const sinceMs = contact.kind === 'accepted' ? trueTime(time, turn.at) : undefined;
  return { kind: 'failing', failure, failures: 1, sinceMs, rejection };
}

/** Which failures mean that this screen's credentials are no longer good. */
function rejectionOf(failure: RefreshFailure): Rejection | undefined {
  if (failure.cause !== 'rejected') return undefined;
  switch (failure.code) {
    case 'unknown_screen':
    case 'token_required':
      return 'unknown-screen';
    case 'screen_bound':
      return 'bound-elsewhere';
    default:
      return undefined;
  }
}

/** Whether nothing of ours was reached, rather than a server in a bad mood. */
function isNetworkDown({ cause }: RefreshFailure): boolean {
  return cause === 'network' || cause === 'timeout' || cause === 'not-ours';
}
