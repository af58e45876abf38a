import * as v from 'valibot';
import { instantSchema } from './primitives.js';

/**
 * What `POST` and `GET /api/display/pairings` answer to a device that waits for a screen (BIND-5). It
 * names itself by a secret of its own, 256 bits in base64url or hexadecimal, as `Authorization: Bearer <secret>`.
 */
export const pairingSchema = v.variant('state', [
  v.object({
    state: v.literal('waiting'),
    /** For a person to read and type: `K7QR3M`. */
    code: v.pipe(v.string(), v.regex(/^[A-Z0-9]{4,12}$/)),
    expiresAt: instantSchema,
  }),
  v.object({
    state: v.literal('approved'),
    /** The screen's token. */
    token: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
  }),
]);
export type Pairing = v.InferOutput<typeof pairingSchema>;
