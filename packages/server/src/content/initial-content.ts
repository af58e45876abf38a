import { shortTextSchema } from '@hallboard/shared';
import * as v from 'valibot';
import { slugSchema } from '../screens/screen-input.js';
import type { SchoolContentInput } from './schema/content-schema.js';
import { localeSchema, zoneSchema } from './schema/school-settings-schema.js';

/** What an administrator says of a new school. */
export const newSchoolSchema = v.strictObject({
  id: slugSchema,
  name: shortTextSchema,
  /** IANA zone, such as `Europe/Madrid`. */
  zone: zoneSchema,
  /** BCP 47 language tag, such as `en-GB`. */
  locale: localeSchema,
});
export type NewSchool = v.InferOutput<typeof newSchoolSchema>;

/** A school before its first own publish: its screens show its name, the time and the date. */
export function initialContent({ name, zone, locale }: NewSchool): SchoolContentInput {
  return {
    school: { name, zone, locale },
    divisions: [{ id: 'main', name, schedules: [], week: {} }],
  };
}
