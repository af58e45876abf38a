import { CLOSE_CODES } from '@hallboard/shared';
import { backoffMs, FAILURES_BEFORE_REST, restMs, STABLE_AFTER_MS } from './backoff.js';
import type { EffectId } from './effect.js';
import type { Channel, Link } from './state.js';
import { clearTimer, draw, emit, log, newId, setTimer, type Turn } from './turn.js';

/** How long an attempt may take to open, and then to be welcomed; no event need ever come (WS-7). */
const CONNECT_TIMEOUT_MS = 10_000;
/** A socket younger than this was opened after whatever a hint tells of. */
const YOUNG_MS = 10_000;

/** A link that has a socket, open or not. */
export type Socket = Extract<Link, { readonly id: EffectId }>;

export function socketOf(link: Link): Socket | undefined {
  return 'id' in link ? link : undefined;
}

/**
 * An accepted refresh is what lets a socket be opened, and says whether realtime is on (WS-6, P-6).
 * @param networkReturned refreshes failed before this one for want of a network.
 */
export function onRefreshAccepted(
  turn: Turn,
  realtime: 'on' | 'off',
  networkReturned: boolean,
): void {
  const { link, realtime: before } = turn.state.channel;
  changeChannel(turn, { realtime });
  if (realtime === 'off') {
    closeSocket(turn);
    changeChannel(turn, { failures: 0 });
    setLink(turn, { kind: 'off' });
    return;
  }
  if (socketOf(link) !== undefined) return;
  const startsAnew = networkReturned || before === 'off';
  if (startsAnew) changeChannel(turn, { failures: 0 });
  if (startsAnew || link.kind === 'off' || link.kind === 'held') waitForNext(turn);
}

/** The `channel` timer: whatever the link was waiting for is due, or overdue. */
export function onChannelTimer(turn: Turn): void {
  const { link } = turn.state.channel;
  switch (link.kind) {
    case 'off':
    case 'held':
      break;
    case 'waiting':
    case 'resting':
      connect(turn);
      break;
    case 'draining':
      closeSocket(turn);
      connect(turn);
      break;
    case 'connecting':
    case 'greeting':
    case 'open':
      closeSocket(turn);
      log(turn, 'warn', 'channel.silent', { while: link.kind });
      failed(turn, link);
      break;
  }
}

/** While refreshes fail a socket would have nothing to add; the next accepted one opens it. */
function connect(turn: Turn): void {
  if (turn.state.contact.kind !== 'accepted') {
    setLink(turn, { kind: 'held' });
    return;
  }
  const id = newId(turn);
  setLink(turn, { kind: 'connecting', id, sinceMs: turn.at }, CONNECT_TIMEOUT_MS);
  emit(turn, { kind: 'open-channel', id });
}

/** The socket is open: this screen says who it is (WS-1). */
export function onOpened(turn: Turn, id: EffectId): void {
  const { channel, shown } = turn.state;
  if (channel.link.kind !== 'connecting') return;
  setLink(turn, { kind: 'greeting', id, sinceMs: turn.at }, CONNECT_TIMEOUT_MS);
  const revision = shown.kind === 'content' ? shown.generation.revision : null;
  emit(turn, { kind: 'hello', id, revision });
}

/** The attempt is over. What its code says decides when the next one comes (WS-3, WS-6). */
export function onClosed(turn: Turn, link: Socket, code: number): void {
  log(turn, 'info', 'channel.closed', { code });
  switch (code) {
    case CLOSE_CODES.realtimeOff:
      countFailure(turn, link);
      setLink(turn, { kind: 'off' });
      break;
    case CLOSE_CODES.unknownScreen:
    case CLOSE_CODES.boundElsewhere:
      countFailure(turn, link);
      setLink(turn, { kind: 'held' });
      break;
    case CLOSE_CODES.noCommonProtocol:
      // Nothing but another build on one of the two sides can change this.
      changeChannel(turn, { failures: FAILURES_BEFORE_REST });
      waitForNext(turn);
      break;
    default:
      // A drained one was announced, and its successor's time is set already.
      if (link.kind === 'draining') changeChannel(turn, { link: { kind: 'waiting' } });
      else failed(turn, link);
      break;
  }
}

/**
 * A socket from before a sleep, or from another network, may be dead without knowing it (POLL-6).
 * @param spares leaves a socket alone that has only just been opened, as a device may say several
 *   times that it has woken.
 */
export function rebuildChannel(turn: Turn, spares: 'none' | 'young'): void {
  const { link } = turn.state.channel;
  if (link.kind === 'off') return;
  const socket = socketOf(link);
  const isYoung = socket !== undefined && turn.at - socket.sinceMs < YOUNG_MS;
  if (isYoung && spares === 'young') return;
  closeSocket(turn);
  changeChannel(turn, { failures: 0 });
  setLink(turn, { kind: 'held' });
}

/** Closes the socket if there is one. The caller says what the link is from now on. */
function closeSocket(turn: Turn): void {
  const socket = socketOf(turn.state.channel.link);
  if (socket !== undefined) emit(turn, { kind: 'close-channel', id: socket.id });
}

/** Sets the link together with its timer: it has one exactly where it waits for something (WS-7). */
export function setLink(turn: Turn, link: Link, timeoutMs?: number): void {
  changeChannel(turn, { link });
  if (timeoutMs === undefined) clearTimer(turn, 'channel');
  else setTimer(turn, 'channel', timeoutMs);
}

export function changeChannel(turn: Turn, changes: Partial<Channel>): void {
  turn.state.channel = { ...turn.state.channel, ...changes };
}

function failed(turn: Turn, link: Socket): void {
  countFailure(turn, link);
  waitForNext(turn);
}

function countFailure(turn: Turn, link: Socket): void {
  const wasStable = link.kind === 'open' && turn.at - link.sinceMs >= STABLE_AFTER_MS;
  const failures = wasStable ? 0 : turn.state.channel.failures;
  changeChannel(turn, { failures: failures + 1 });
}

function waitForNext(turn: Turn): void {
  const { failures, reconnectMs } = turn.state.channel;
  const uniform = draw(turn, 'channel');
  if (failures >= FAILURES_BEFORE_REST) setLink(turn, { kind: 'resting' }, restMs(uniform));
  else setLink(turn, { kind: 'waiting' }, backoffMs(failures, reconnectMs, uniform));
}
