import * as v from 'valibot';
import { durationMsSchema, idSchema } from './primitives.js';
import { revisionSchema } from './revision.js';
import { receivedScreenSchema } from './screen.js';

/** The protocol versions that this build speaks. */
export const PROTOCOLS = { min: 1, max: 1 } as const;

const versionSchema = v.pipe(v.number(), v.integer(), v.minValue(1));

export const helloSchema = v.object({
  type: v.literal('hello'),
  protocols: v.object({ min: versionSchema, max: versionSchema }),
  token: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
  device: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
  /** What the player holds; `null` before its first snapshot. */
  revision: v.nullable(revisionSchema),
});
export type Hello = v.InferOutput<typeof helloSchema>;

/** Client to server (WS-2). Clients can publish nothing. */
export const clientMessageSchema = v.variant('type', [
  helloSchema,
  v.object({ type: v.literal('ping') }),
  v.object({ type: v.literal('ack'), id: idSchema }),
]);
export type ClientMessage = v.InferOutput<typeof clientMessageSchema>;

export const welcomeSchema = v.object({
  type: v.literal('welcome'),
  protocol: versionSchema,
  /** One that differs from the player's counts as an invalidate (WS-1). */
  revision: revisionSchema,
  screen: receivedScreenSchema,
  spreadMs: durationMsSchema,
  heartbeatMs: durationMsSchema,
  reconnectMs: durationMsSchema,
});
export type Welcome = v.InferOutput<typeof welcomeSchema>;

export const invalidateSchema = v.object({
  type: v.literal('invalidate'),
  revision: revisionSchema,
  /** The screen object's version, where that is what changed (SNAP-8). */
  screenVersion: v.exactOptional(versionSchema),
  /** The window over which the affected screens space their requests (WS-8). */
  spreadMs: durationMsSchema,
  /** Set for an alert, which may precede a Retry-After (POLL-5, ALERT-2). */
  urgent: v.exactOptional(v.boolean()),
});
export type Invalidate = v.InferOutput<typeof invalidateSchema>;

/** What an administrator may ask of a screen (WS-2). */
export const COMMAND_NAMES = ['reload', 'identify'] as const;
export type CommandName = (typeof COMMAND_NAMES)[number];

/** Server to client (WS-2). None of them carries content. */
export const serverMessageSchema = v.variant('type', [
  welcomeSchema,
  invalidateSchema,
  v.object({ type: v.literal('heartbeat') }),
  v.object({ type: v.literal('pong') }),
  v.object({ type: v.literal('drain'), minMs: durationMsSchema, maxMs: durationMsSchema }),
  v.object({ type: v.literal('command'), id: idSchema, name: v.picklist(COMMAND_NAMES) }),
]);
export type ServerMessage = v.InferOutput<typeof serverMessageSchema>;

/** A frame as read: unknown types are ignored and counted, malformed ones are misbehaviour (WS-2). */
export type Frame<T> =
  | { readonly kind: 'message'; readonly message: T }
  | { readonly kind: 'unknown'; readonly type: string }
  | { readonly kind: 'malformed' };

const CLIENT_TYPES = ['hello', 'ping', 'ack'];
const SERVER_TYPES = ['welcome', 'invalidate', 'heartbeat', 'pong', 'drain', 'command'];

/** Reads a frame that a player sent. Never throws. */
export function readClientFrame(text: string): Frame<ClientMessage> {
  return readFrame(text, clientMessageSchema, CLIENT_TYPES);
}

/** Reads a frame that a server sent. Never throws. */
export function readServerFrame(text: string): Frame<ServerMessage> {
  return readFrame(text, serverMessageSchema, SERVER_TYPES);
}

function readFrame<T>(
  text: string,
  schema: v.BaseSchema<unknown, T, v.BaseIssue<unknown>>,
  knownTypes: readonly string[],
): Frame<T> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'malformed' };
  }
  const type = v.safeParse(v.object({ type: v.string() }), value);
  if (!type.success) return { kind: 'malformed' };
  if (!knownTypes.includes(type.output.type)) return { kind: 'unknown', type: type.output.type };
  const result = v.safeParse(schema, value);
  return result.success ? { kind: 'message', message: result.output } : { kind: 'malformed' };
}
