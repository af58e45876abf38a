import {
  idSchema,
  localTimeSchema,
  shortTextSchema,
  slotSchema,
  titleSchema,
} from '@hallboard/shared';
import * as v from 'valibot';
import { dateSchema } from './local-time-schemas.js';
import { WEEKDAYS } from './weekdays.js';

/** Part of ids that a date or a weekday is joined to, so shorter than they may be. */
export const partIdSchema = v.pipe(idSchema, v.maxLength(100));

/** One stretch of a day by the school's clock. */
const bellSchema = v.strictObject({
  /** What the timetable calls it: `p2`. Unique within its schedule. */
  key: partIdSchema,
  /** @default 'period' */
  kind: v.optional(slotSchema.entries.kind, 'period'),
  label: shortTextSchema,
  start: localTimeSchema,
  /** Exclusive. One that is not after `start` is on the next day: a slot may pass midnight. */
  end: localTimeSchema,
  /** Whether a bell rings at its start. @default true */
  bell: v.optional(v.boolean(), true),
});
export type Bell = v.InferOutput<typeof bellSchema>;

/** The bells of one kind of day, such as a regular day or a short Friday. */
const scheduleSchema = v.strictObject({ id: idSchema, slots: v.array(bellSchema) });

/** A part of the school with bells of its own. */
export const contentDivisionSchema = v.strictObject({
  id: idSchema,
  name: shortTextSchema,
  schedules: v.array(scheduleSchema),
  /** The schedule of each weekday. A weekday that is left out has no slots. */
  week: v.strictObject({
    mon: v.exactOptional(idSchema),
    tue: v.exactOptional(idSchema),
    wed: v.exactOptional(idSchema),
    thu: v.exactOptional(idSchema),
    fri: v.exactOptional(idSchema),
    sat: v.exactOptional(idSchema),
    sun: v.exactOptional(idSchema),
  }),
});
export type ContentDivision = v.InferOutput<typeof contentDivisionSchema>;

/**
 * What the timetable repeats by. An anchor says where the cycle stands on a date; it runs on from
 * there until the next anchor, such as the start of a term. Before the first one none applies.
 */
export const cycleSchema = v.variant('kind', [
  /** Every week is alike. The cycle's days are `mon` to `sun`. */
  v.strictObject({ kind: v.literal('weekdays') }),
  /** Weeks take turns, holidays or not. The cycle's days are `a-mon`, `b-tue` and so on. */
  v.strictObject({
    kind: v.literal('weeks'),
    weeks: v.pipe(v.array(partIdSchema), v.minLength(1)),
    anchors: v.pipe(
      v.array(v.strictObject({ date: dateSchema, week: partIdSchema })),
      v.minLength(1),
    ),
  }),
  /** Numbered days take turns; only school days count. */
  v.strictObject({
    kind: v.literal('days'),
    days: v.pipe(v.array(idSchema), v.minLength(1)),
    anchors: v.pipe(v.array(v.strictObject({ date: dateSchema, day: idSchema })), v.minLength(1)),
  }),
]);
export type Cycle = v.InferOutput<typeof cycleSchema>;

/**
 * What an import remembers a file by, `import/holidays`: the file that gave this, and takes it back
 * once it has it no more. Absent: somebody wrote it by hand, and no file changes it.
 */
const sourceSchema = v.exactOptional(idSchema);

export const weekendSchema = v.array(v.picklist(WEEKDAYS));

export const holidaySchema = v.strictObject({
  from: dateSchema,
  /** Inclusive. @default `from` */
  to: v.exactOptional(dateSchema),
  title: titleSchema,
  source: sourceSchema,
});

/** A kind of day that has a name, such as early closing: defined once, and put on dates by plans. */
export const dayTemplateSchema = v.strictObject({
  id: idSchema,
  /** What screens call such a day. */
  title: titleSchema,
  /** The schedule of each division, by its id. One that is left out has its usual one. @default {} */
  schedules: v.optional(v.record(idSchema, idSchema), () => ({})),
  /** Which day of the cycle it follows. Absent: as the cycle goes. */
  cycleDay: v.exactOptional(idSchema),
});
export type DayTemplate = v.InferOutput<typeof dayTemplateSchema>;

/** A date that is not like others of its weekday. One by hand counts more than those of files. */
export const dayPlanSchema = v.strictObject({
  date: dateSchema,
  /** Absent: all divisions that have no plan of their own for this date. */
  division: v.exactOptional(idSchema),
  /** The template that the date follows; what the plan says itself comes first. */
  template: v.exactOptional(idSchema),
  /** Absent: as on every such weekday. With one, even a holiday becomes a school day. */
  schedule: v.exactOptional(idSchema),
  /** Which day of the cycle it follows. Absent: as the cycle goes. */
  cycleDay: v.exactOptional(idSchema),
  title: v.exactOptional(titleSchema),
  source: sourceSchema,
});
export type DayPlan = v.InferOutput<typeof dayPlanSchema>;
