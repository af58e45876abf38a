import * as v from 'valibot';

/** A `PublishNote` as both stores keep it, in JSON text. */
export const publishNoteSchema = v.object({
  atMs: v.number(),
  by: v.exactOptional(v.string()),
  what: v.string(),
});
