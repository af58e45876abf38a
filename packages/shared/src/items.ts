import * as v from 'valibot';
import { mediaRefSchema } from './media.js';
import {
  bodyTextSchema,
  durationMsSchema,
  groupSchema,
  idSchema,
  instantSchema,
  localDateSchema,
  shortTextSchema,
  titleSchema,
} from './primitives.js';

/** What every item shares: who sees it, and when. The player evaluates the window (SNAP-2). */
const itemEntries = {
  id: idSchema,
  /** The groups that see it; empty means all. */
  groups: v.array(groupSchema),
  /** Shown from this instant on; absent: from the start. */
  validFrom: v.exactOptional(instantSchema),
  /** Shown until this instant, exclusive; absent: without end. */
  validUntil: v.exactOptional(instantSchema),
};

export const ANNOUNCEMENT_LEVELS = ['info', 'success', 'warning', 'urgent'] as const;

/** A notice to everybody who looks up. */
export const announcementSchema = v.object({
  ...itemEntries,
  level: v.picklist(ANNOUNCEMENT_LEVELS),
  title: titleSchema,
  body: v.exactOptional(bodyTextSchema),
});
export type Announcement = v.InferOutput<typeof announcementSchema>;

/** Praise, with a photo where the school has one. */
export const honourSchema = v.object({
  ...itemEntries,
  name: shortTextSchema,
  title: titleSchema,
  reason: v.exactOptional(bodyTextSchema),
  photo: v.exactOptional(mediaRefSchema),
});
export type Honour = v.InferOutput<typeof honourSchema>;

export const COVER_KINDS = ['cover', 'cancelled', 'room-change', 'moved'] as const;

/** A change to one lesson on one date. */
export const coverSchema = v.object({
  ...itemEntries,
  kind: v.picklist(COVER_KINDS),
  date: localDateSchema,
  /** Matches `Slot.key`. */
  slot: idSchema,
  /** Matches `SchoolClass.id`. */
  class: idSchema,
  subject: v.exactOptional(shortTextSchema),
  /** Who takes the lesson. */
  teacher: v.exactOptional(shortTextSchema),
  /** Who is away; on staff groups only, unless the school decides otherwise (SEC-4). */
  absentTeacher: v.exactOptional(shortTextSchema),
  room: v.exactOptional(shortTextSchema),
  note: v.exactOptional(titleSchema),
});
export type Cover = v.InferOutput<typeof coverSchema>;

/** Who is on duty where. */
export const dutySchema = v.object({
  ...itemEntries,
  date: localDateSchema,
  /** Matches `Slot.key`; absent: all day. */
  slot: v.exactOptional(idSchema),
  teacher: shortTextSchema,
  place: shortTextSchema,
});
export type Duty = v.InferOutput<typeof dutySchema>;

export const MEDIA_KINDS = ['image', 'video'] as const;

/** One entry of the playlist. */
export const mediaItemSchema = v.object({
  ...itemEntries,
  kind: v.picklist(MEDIA_KINDS),
  file: mediaRefSchema,
  /** A picture to show for a video that is not there yet, or that a screen cannot play. */
  poster: v.exactOptional(mediaRefSchema),
  title: v.exactOptional(titleSchema),
  durationMs: durationMsSchema,
});
export type MediaItem = v.InferOutput<typeof mediaItemSchema>;

/** From most to least severe; the most severe is exclusive on the screen (ALERT-1). */
export const ALERT_KINDS = ['lockdown', 'evacuate', 'weather', 'information'] as const;

/** Takes the whole screen until it expires, also on a screen that is offline (ALERT-2). */
export const alertSchema = v.object({
  id: idSchema,
  kind: v.picklist(ALERT_KINDS),
  groups: v.array(groupSchema),
  title: titleSchema,
  instruction: v.exactOptional(bodyTextSchema),
  startsAt: instantSchema,
  expiresAt: instantSchema,
  /** Shown with a label that says so. */
  drill: v.boolean(),
});
export type Alert = v.InferOutput<typeof alertSchema>;
