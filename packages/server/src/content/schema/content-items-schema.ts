import {
  alertSchema,
  announcementSchema,
  coverSchema,
  dutySchema,
  groupSchema,
  honourSchema,
  idSchema,
  mediaItemSchema,
  mediaRefSchema,
} from '@hallboard/shared';
import * as v from 'valibot';
import { partIdSchema } from './calendar-schema.js';
import { dateSchema, localDateTimeSchema } from './local-time-schemas.js';

/** As in the snapshot, but in local time, and for all unless it says otherwise. */
const itemEntries = {
  /** The groups of screens that show it. @default [] which means all. */
  groups: v.optional(v.array(groupSchema), () => []),
  /** Shown from then on. Absent: from the start. */
  validFrom: v.exactOptional(localDateTimeSchema),
  /** Shown until then. Absent: without end. */
  validUntil: v.exactOptional(localDateTimeSchema),
};

const fileSchema = v.strictObject(mediaRefSchema.entries);

export const contentAnnouncementSchema = v.strictObject({
  ...announcementSchema.entries,
  ...itemEntries,
  /** @default 'info' */
  level: v.optional(announcementSchema.entries.level, 'info'),
});

export const contentHonourSchema = v.strictObject({
  ...honourSchema.entries,
  ...itemEntries,
  photo: v.exactOptional(fileSchema),
});

export const contentCoverSchema = v.strictObject({
  ...coverSchema.entries,
  ...itemEntries,
  date: dateSchema,
  /** @default 'cover' */
  kind: v.optional(coverSchema.entries.kind, 'cover'),
});

/** On one date, or on every day of the cycle with that name. */
export const contentDutySchema = v.strictObject({
  ...dutySchema.entries,
  ...itemEntries,
  id: partIdSchema,
  date: v.exactOptional(dateSchema),
  cycleDay: v.exactOptional(idSchema),
});

export const contentMediaSchema = v.strictObject({
  ...mediaItemSchema.entries,
  ...itemEntries,
  file: fileSchema,
  poster: v.exactOptional(fileSchema),
});

export const contentAlertSchema = v.strictObject({
  ...alertSchema.entries,
  groups: itemEntries.groups,
  startsAt: localDateTimeSchema,
  /** At most 24 h after `startsAt` (ALERT-1). @default 2 h after it. */
  expiresAt: v.exactOptional(localDateTimeSchema),
  /** @default false */
  drill: v.optional(v.boolean(), false),
});
