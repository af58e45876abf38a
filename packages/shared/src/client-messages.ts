import * as v from 'valibot';
import { type Frame, readFrame, versionSchema } from './frame.js';
import { idSchema } from './primitives.js';
import { revisionSchema } from './revision.js';

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

const CLIENT_TYPES = ['hello', 'ping', 'ack'];

/** Reads a frame that a player sent. Never throws. */
export function readClientFrame(text: string): Frame<ClientMessage> {
  return readFrame(text, clientMessageSchema, CLIENT_TYPES);
}
