import { LAYOUTS, screenInfoSchema, viewSchema } from '@hallboard/shared';
import * as v from 'valibot';

/** An id that an administrator may choose for a school or a screen; part of URLs. */
export const slugSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'must be 1 to 63 lower-case letters, digits or -'),
);

const { name, focus, division, sound, nightHours } = screenInfoSchema.entries;
const { groups } = viewSchema.entries;

/** What an administrator says of a new screen. */
export const newScreenSchema = v.strictObject({
  /** @default a random one */
  id: v.exactOptional(slugSchema),
  name,
  /** @default 'board' */
  layout: v.optional(v.picklist(LAYOUTS), 'board'),
  /** @default [], which shows what is for all. */
  groups: v.optional(groups, () => []),
  focus,
  division,
  /** @default silent */
  sound: v.optional(sound, () => ({ on: false, volume: 0.5 })),
  nightHours,
});

/** What to change of a screen; what is left out stays, and `null` removes. */
export const screenChangeSchema = v.strictObject({
  name: v.exactOptional(name),
  layout: v.exactOptional(v.picklist(LAYOUTS)),
  groups: v.exactOptional(groups),
  focus: v.exactOptional(v.nullable(focus.wrapped)),
  division: v.exactOptional(v.nullable(division.wrapped)),
  sound: v.exactOptional(sound),
  nightHours: v.exactOptional(v.nullable(nightHours.wrapped)),
});
export type ScreenChange = v.InferOutput<typeof screenChangeSchema>;
