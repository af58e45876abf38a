import * as v from 'valibot';
import {
  alertSchema,
  announcementSchema,
  coverSchema,
  dutySchema,
  honourSchema,
  mediaItemSchema,
} from './items.js';
import { bellSoundsSchema, divisionSchema } from './program.js';
import { revisionSchema } from './revision.js';
import { schoolSchema } from './school.js';
import { viewSchema } from './screen.js';
import { timetableSchema } from './timetable.js';
import { dropUnknownKinds } from './unknown-kinds.js';
import { type Checked, check } from './violations.js';

/** Within a major version, fields are only added (SNAP-7). */
export const SCHEMA_MAJOR = 1;

/**
 * The whole content of a view at a revision, complete in itself (SNAP-2). Nothing in it says what
 * time it is now (SNAP-4): server time travels in a header.
 */
export const snapshotSchema = v.object({
  schema: v.object({
    major: v.literal(SCHEMA_MAJOR),
    minor: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  }),
  revision: revisionSchema,
  school: schoolSchema,
  view: viewSchema,
  divisions: v.pipe(v.array(divisionSchema), v.minLength(1)),
  /** What the bells sound like, since minor version 1; absent: as the player rings by itself. */
  bells: v.exactOptional(v.object({ sounds: bellSoundsSchema })),
  timetable: timetableSchema,
  announcements: v.array(announcementSchema),
  honours: v.array(honourSchema),
  cover: v.array(coverSchema),
  duty: v.array(dutySchema),
  media: v.array(mediaItemSchema),
  alerts: v.array(alertSchema),
});

export type Snapshot = v.InferOutput<typeof snapshotSchema>;

/** A snapshot as received, with the number of items that this version does not know. */
export interface ReceivedSnapshot {
  readonly snapshot: Snapshot;
  /** Items of a kind that this player does not know, left out or generalised (SNAP-7). */
  readonly skippedItems: number;
}

/** For the player: validates a decoded body and steps over what a newer server may have added. */
export function receiveSnapshot(body: unknown): Checked<ReceivedSnapshot> {
  const known = dropUnknownKinds(body);
  const checked = check(snapshotSchema, known.value);
  if (!checked.ok) return checked;
  return { ok: true, value: { snapshot: checked.value, skippedItems: known.dropped } };
}
