import {
  EMPTY_WAKE_SPREAD_MS,
  INVALIDATE_DELAY_MS,
  LONGEST_SPREAD_MS,
  rejectedWaitMs,
  retryAfterWaitMs,
  WAKE_SPREAD_MS,
  waitMs,
} from './poll-policy.js';
import type { Poll } from './state.js';
import { clearTimer, draw, drawMs, setTimer, type Turn } from './turn.js';
import { newestOf, type Wanted } from './wanted.js';

/**
 * Moves the next refresh earlier, never later (POLL-1). This file alone sets the `refresh` timer,
 * and only while no request is outstanding: there is always exactly one next refresh (P-3).
 * @param urgent for an alert, which alone may precede a Retry-After (POLL-5).
 */
export function scheduleNext(turn: Turn, delayMs: number, urgent = false): void {
  const { timers, poll } = turn.state;
  const heldBackMs = urgent ? 0 : Math.max(0, poll.notBeforeMs - turn.at);
  const waitingMs = Math.max(delayMs, heldBackMs);
  if (timers.refresh !== undefined && timers.refresh <= turn.at + waitingMs) return;
  setTimer(turn, 'refresh', waitingMs);
}

/** The wait that follows an answer: short after news, longer with each one without (POLL-2). */
export function scheduleAfterAnswer(turn: Turn, news: 'news' | 'no-news'): void {
  const rung = news === 'news' ? 0 : turn.state.poll.rung;
  changePoll(turn, { rung: rung + 1 });
  scheduleNext(turn, waitMs(rung, draw(turn, 'poll')));
}

/** Rejected credentials are tried again, patiently (POLL-5). */
export function scheduleAfterRejection(turn: Turn): void {
  scheduleNext(turn, rejectedWaitMs(draw(turn, 'poll')));
}

/** A Retry-After: nothing but an alert comes before it (POLL-5). */
export function holdBack(turn: Turn, retryAfterMs: number): void {
  const waitingMs = retryAfterWaitMs(retryAfterMs, draw(turn, 'retry-after'));
  const notBeforeMs = Math.max(turn.state.poll.notBeforeMs, turn.at + waitingMs);
  changePoll(turn, { notBeforeMs });
}

/**
 * An invalidate: soon, spaced over the server's window, by a snapshot at once (WS-5). It is news,
 * so that a fetch which fails is soon tried again (POLL-2).
 */
export function scheduleWanted(turn: Turn, want: Wanted): void {
  changePoll(turn, { want: newestOf(turn.state.poll.want, want), rung: 0 });
  const delayMs = want.urgent ? 0 : INVALIDATE_DELAY_MS;
  const spreadMs = Math.min(want.spreadMs, LONGEST_SPREAD_MS);
  scheduleNext(turn, delayMs + drawMs(turn, 'spread', spreadMs), want.urgent);
}

/**
 * After a gap: a refresh that was missed in it would come at once, on every screen that resumes
 * together; it is spread like any wake (P-4).
 */
export function scheduleAfterGap(turn: Turn): void {
  const { refresh } = turn.state.timers;
  if (refresh !== undefined && refresh <= turn.at) clearTimer(turn, 'refresh');
  scheduleWake(turn);
}

/** A start, a wake, the network's return: soon, but not all screens at once (POLL-6). */
export function scheduleWake(turn: Turn): void {
  const { shown, timers } = turn.state;
  // While the device has yet to say what it holds, there may be content.
  const isEmpty = shown.kind === 'empty' && timers.boot === undefined;
  scheduleNext(turn, drawMs(turn, 'wake', isEmpty ? EMPTY_WAKE_SPREAD_MS : WAKE_SPREAD_MS));
}

export function changePoll(turn: Turn, changes: Partial<Poll>): void {
  turn.state.poll = { ...turn.state.poll, ...changes };
}
