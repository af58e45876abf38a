import * as v from 'valibot';
import { WORDS } from './words.js';

/** A file that is addressed by what it contains, so that it can be verified before it is shown. */
export const mediaRefSchema = v.object({
  /** SHA-256 of the file, in lower-case hexadecimal. */
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, WORDS.sha256)),
  mimeType: v.pipe(v.string(), v.regex(/^(image|video|audio)\/[\w.+-]{1,60}$/)),
  bytes: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
});

export type MediaRef = v.InferOutput<typeof mediaRefSchema>;
