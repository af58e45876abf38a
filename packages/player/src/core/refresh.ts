import { askAgainWhatIsSilent } from './boot.js';
import { spend } from './budget.js';
import type { Ask } from './effect.js';
import { REQUEST_TIMEOUT_MS, SHORTEST_WAIT_MS } from './poll-policy.js';
import { changePoll, scheduleNext } from './scheduler.js';
import { refreshFailed } from './settle.js';
import type { Attempt, PlayerState, Shown } from './state.js';
import { clearTimer, emit, newId, setTimer, type Turn } from './turn.js';
import type { Wanted } from './wanted.js';

/** The `refresh` timer: time to ask the server (POLL-4). */
export function startRefresh(turn: Turn): void {
  askAgainWhatIsSilent(turn);
  const { identity, timers, poll } = turn.state;
  if (timers.boot !== undefined) {
    // What the device holds decides what to ask. The end of the start moves this earlier.
    changePoll(turn, { owed: true });
    scheduleNext(turn, SHORTEST_WAIT_MS);
  } else if (identity.kind === 'loading') {
    changePoll(turn, { owed: true });
    refreshFailed(turn, undefined, { cause: 'no-identity' });
  } else {
    ask(turn, firstAsk(turn.state), { want: poll.want, noticed: undefined, woken: false });
  }
}

/** A snapshot where one is missing, known to be newer, or not yet compared since the start. */
function firstAsk({ shown, contact, poll }: PlayerState): Ask {
  if (poll.postponed !== undefined) {
    const { want } = poll;
    return { ...poll.postponed, ...(want !== undefined && { want: want.revision }) };
  }
  const isFirst =
    contact.kind === 'none' || (contact.kind === 'failing' && contact.sinceMs === undefined);
  if (shown.kind === 'empty' || isFirst || poll.want !== undefined) {
    return snapshotAsk(shown, poll.want?.revision);
  }
  const { revision, screen } = shown.generation;
  return { kind: 'status', revision, screenVersion: screen.version };
}

/** If-None-Match is sent for a body that is held and verified, and only then (HTTP-1). */
export function snapshotAsk(
  shown: Shown,
  want: Wanted['revision'] | undefined,
  cause?: 'poll' | undefined,
): Ask {
  const etag = shown.kind === 'content' ? shown.generation.etag : '';
  return {
    kind: 'snapshot',
    ...(etag !== '' && { etag }),
    ...(want !== undefined && { want }),
    ...(cause !== undefined && { cause }),
  };
}

/** What a request takes over from the one before it in the same refresh. */
export type Carried = Pick<Attempt, 'want' | 'noticed' | 'woken'>;

/**
 * Makes one request, if the player's own budget has one left (P-4); otherwise the refresh is
 * scheduled again for when it has.
 */
export function ask(turn: Turn, question: Ask, carried: Carried): void {
  const spending = spend(turn.state.poll.budget, turn.at);
  if (spending.kind === 'wait') {
    const want = carried.noticed ?? carried.want;
    changePoll(turn, { want, postponed: question.kind === 'snapshot' ? question : undefined });
    scheduleNext(turn, spending.waitMs, want?.urgent);
    return;
  }
  const id = newId(turn);
  changePoll(turn, { budget: spending.budget, want: undefined, postponed: undefined });
  const { want, noticed, woken } = carried;
  turn.state.network = {
    kind: 'fetching',
    attempt: { id, ask: question, want, noticed, woken },
  };
  setTimer(turn, 'deadline', REQUEST_TIMEOUT_MS[question.kind]);
  emit(turn, { kind: 'request', id, ask: question });
}

/** The `deadline` timer: a request that hangs is given up (POLL-4). */
export function onDeadline(turn: Turn): void {
  const attempt = abandon(turn);
  if (attempt !== undefined) refreshFailed(turn, attempt, { cause: 'timeout' });
}

/** Gives the outstanding request up; whatever comes of it is ignored (WS-5). */
export function abandon(turn: Turn): Attempt | undefined {
  const attempt = endAttempt(turn);
  if (attempt !== undefined) emit(turn, { kind: 'cancel', id: attempt.id });
  return attempt;
}

/** @returns what was outstanding. The caller schedules what comes next (P-3). */
export function endAttempt(turn: Turn): Attempt | undefined {
  const { network } = turn.state;
  if (network.kind === 'idle') return undefined;
  clearTimer(turn, 'deadline');
  turn.state.network = { kind: 'idle' };
  return network.attempt;
}
