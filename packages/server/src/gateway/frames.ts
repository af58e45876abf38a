import type { CloseReason, ServerMessage } from '@hallboard/shared';

/** Encodes a message once, for however many sockets. */
export function encodeFrame(message: ServerMessage): Buffer {
  return Buffer.from(JSON.stringify(message));
}

export const HEARTBEAT_FRAME = encodeFrame({ type: 'heartbeat' });
export const PONG_FRAME = encodeFrame({ type: 'pong' });

/** What a close frame says beside its code. */
export const CLOSE_TEXTS: Readonly<Record<CloseReason, string>> = {
  misbehaving: 'misbehaving',
  restarting: 'restarting',
  overloaded: 'overloaded',
  malformed: 'malformed hello',
  unknownScreen: 'unknown screen',
  noCommonProtocol: 'no common protocol',
  boundElsewhere: 'bound to another device',
  realtimeOff: 'realtime is off',
  tooMany: 'too many',
};
