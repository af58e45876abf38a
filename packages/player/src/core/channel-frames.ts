import {
  type Invalidate,
  readServerFrame,
  type ServerMessage,
  type Welcome,
} from '@hallboard/shared';
import type { ChannelEvent } from '../ports/invalidation-channel.js';
import {
  changeChannel,
  onClosed,
  onOpened,
  type Socket,
  setLink,
  socketOf,
} from './channel-supervisor.js';
import type { EffectId } from './effect.js';
import { onWanted } from './invalidate.js';
import { draw, emit, log, setTimer, type Turn } from './turn.js';

/** Silence beyond this many heartbeats counts as dead (WS-7). */
const HEARTBEATS_OF_SILENCE = 2.5;
const SHORTEST_HEARTBEAT_MS = 1_000;
const LONGEST_HEARTBEAT_MS = 120_000;
/** No server's word makes a screen wait longer than this before it reconnects. */
const LONGEST_RECONNECT_MS = 60_000;

/** What a socket says. One that is no longer the link's is ignored. */
export function onChannelEvent(turn: Turn, id: EffectId, event: ChannelEvent): void {
  const socket = socketOf(turn.state.channel.link);
  if (socket?.id !== id) return;
  switch (event.kind) {
    case 'open':
      onOpened(turn, id);
      break;
    case 'frame':
      onFrame(turn, socket, event.text);
      break;
    case 'closed':
      onClosed(turn, socket, event.code);
      break;
  }
}

function onFrame(turn: Turn, socket: Socket, text: string): void {
  const frame = readServerFrame(text);
  if (frame.kind !== 'message') {
    changeChannel(turn, { strangeFrames: turn.state.channel.strangeFrames + 1 });
  }
  switch (socket.kind) {
    case 'connecting':
      break;
    case 'greeting':
      if (frame.kind === 'message' && frame.message.type === 'welcome') {
        onWelcome(turn, socket, frame.message);
      }
      break;
    case 'open':
      setTimer(turn, 'channel', socket.heartbeatMs * HEARTBEATS_OF_SILENCE);
      break;
    case 'draining':
      break;
  }
  if (frame.kind === 'message') onMessage(turn, socket, frame.message);
}

/** What was published while there was no socket shows in the welcome (WS-1). */
function onWelcome(turn: Turn, socket: Socket, welcome: Welcome): void {
  const heartbeatMs = clamp(welcome.heartbeatMs, SHORTEST_HEARTBEAT_MS, LONGEST_HEARTBEAT_MS);
  changeChannel(turn, { reconnectMs: Math.min(welcome.reconnectMs, LONGEST_RECONNECT_MS) });
  setLink(
    turn,
    { kind: 'open', id: socket.id, sinceMs: turn.at, heartbeatMs },
    heartbeatMs * HEARTBEATS_OF_SILENCE,
  );
  log(turn, 'info', 'channel.open', { protocol: welcome.protocol });
  onWanted(turn, {
    revision: welcome.revision,
    screenVersion: welcome.screen.version,
    spreadMs: welcome.spreadMs,
    urgent: false,
  });
}

function onMessage(turn: Turn, socket: Socket, message: ServerMessage): void {
  switch (message.type) {
    case 'welcome':
    case 'heartbeat':
    case 'pong':
      break;
    case 'invalidate':
      onInvalidate(turn, message);
      break;
    case 'drain':
      onDrain(turn, socket, message.minMs, message.maxMs);
      break;
    case 'command':
      emit(turn, { kind: 'send', id: socket.id, message: { type: 'ack', id: message.id } });
      emit(turn, { kind: 'command', name: message.name });
      break;
  }
}

function onInvalidate(turn: Turn, message: Invalidate): void {
  onWanted(turn, {
    revision: message.revision,
    screenVersion: message.screenVersion,
    spreadMs: message.spreadMs,
    urgent: message.urgent === true,
  });
}

/** The node is going down: this socket serves until it closes, and another follows (SRV-6). */
function onDrain(turn: Turn, { kind, id, sinceMs }: Socket, minMs: number, maxMs: number): void {
  if (kind === 'draining') return;
  const afterMs = clamp(minMs + draw(turn, 'drain') * (maxMs - minMs), 0, LONGEST_RECONNECT_MS);
  setLink(turn, { kind: 'draining', id, sinceMs }, afterMs);
}

function clamp(value: number, lowest: number, highest: number): number {
  return Math.min(Math.max(value, lowest), highest);
}
