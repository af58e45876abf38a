import * as v from 'valibot';
import { type Frame, readFrame, versionSchema } from './frame.js';
import { durationMsSchema, idSchema } from './primitives.js';
import { revisionSchema } from './revision.js';
import { receivedScreenSchema } from './screen.js';

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

const SERVER_TYPES = ['welcome', 'invalidate', 'heartbeat', 'pong', 'drain', 'command'];

/** Reads a frame that a server sent. Never throws. */
export function readServerFrame(text: string): Frame<ServerMessage> {
  return readFrame(text, serverMessageSchema, SERVER_TYPES);
}
