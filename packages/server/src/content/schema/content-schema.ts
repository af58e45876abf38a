import { lessonSchema, mediaRefSchema, SLOT_KINDS, schoolClassSchema } from '@hallboard/shared';
import * as v from 'valibot';
import {
  contentDivisionSchema,
  cycleSchema,
  dayPlanSchema,
  dayTemplateSchema,
  holidaySchema,
  weekendSchema,
} from './calendar-schema.js';
import {
  contentAlertSchema,
  contentAnnouncementSchema,
  contentCoverSchema,
  contentDutySchema,
  contentHonourSchema,
  contentMediaSchema,
} from './content-items-schema.js';
import { schoolSettingsSchema } from './school-settings-schema.js';

/** A list that may be left out. */
function list<T extends v.GenericSchema>(item: T) {
  return v.optional(v.array(item), () => []);
}

const soundFileSchema = v.exactOptional(v.strictObject(mediaRefSchema.entries));

/** The school's own bells: MP3 or WAV, uploaded before. */
const contentBellsSchema = v.strictObject({
  /** By the kind of slot that begins; a kind without one rings as the player does by itself. */
  sounds: v.strictObject(v.entriesFromList(SLOT_KINDS, soundFileSchema)),
});

/**
 * All that a school shows, as an administrator gives it: bells by weekday and local time, from which
 * a publish makes days and instants (SNAP-3). Fields that it does not have are refused, so that a
 * misspelt one is not lost. Every time is by the school's own clock.
 */
export const schoolContentSchema = v.strictObject({
  /** Where the JSON Schema of this is, for an editor. */
  $schema: v.exactOptional(v.string()),
  school: schoolSettingsSchema,
  /** @default ['sat', 'sun'] */
  weekend: v.optional(weekendSchema, () => ['sat', 'sun']),
  divisions: v.pipe(v.array(contentDivisionSchema), v.minLength(1)),
  /** What the bells sound like (TIME-3). @default as the player rings by itself. */
  bells: v.exactOptional(contentBellsSchema),
  /** @default { kind: 'weekdays' } */
  cycle: v.optional(cycleSchema, () => ({ kind: 'weekdays' })),
  holidays: list(holidaySchema),
  dayTemplates: list(dayTemplateSchema),
  dayPlans: list(dayPlanSchema),
  timetable: v.optional(
    v.strictObject({
      classes: list(v.strictObject(schoolClassSchema.entries)),
      lessons: list(v.strictObject(lessonSchema.entries)),
    }),
    () => ({}),
  ),
  announcements: list(contentAnnouncementSchema),
  honours: list(contentHonourSchema),
  cover: list(contentCoverSchema),
  duty: list(contentDutySchema),
  media: list(contentMediaSchema),
  alerts: list(contentAlertSchema),
});

/** Checked content, with every default filled in. */
export type SchoolContent = v.InferOutput<typeof schoolContentSchema>;
/** Content as it may be written. */
export type SchoolContentInput = v.InferInput<typeof schoolContentSchema>;
