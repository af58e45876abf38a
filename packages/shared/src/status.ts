import * as v from 'valibot';
import { type Revision, revisionSchema } from './revision.js';
import { receivedScreenSchema } from './screen.js';

/** The body of `GET /api/display/status` when the screen does not hold what is current (HTTP-2). */
export const statusSchema = v.object({ revision: revisionSchema, screen: receivedScreenSchema });
export type Status = v.InferOutput<typeof statusSchema>;

/**
 * What `status` compares: the revision and the version of the screen object (SNAP-8), as an entity
 * tag, so that a change of either is seen.
 */
export function formatStatusTag(revision: Revision, screenVersion: number): string {
  return `"${revision}/${screenVersion}"`;
}
