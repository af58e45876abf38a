import * as v from 'valibot';
import { mediaRefSchema } from './media.js';
import {
  idSchema,
  instantSchema,
  localDateSchema,
  localTimeSchema,
  shortTextSchema,
  titleSchema,
} from './primitives.js';

export const SLOT_KINDS = ['period', 'break', 'assembly', 'other'] as const;
export type SlotKind = (typeof SLOT_KINDS)[number];

/** The school's own sounds, by the kind of slot that they ring for; without one, the player's. */
export const bellSoundsSchema = v.object(
  v.entriesFromList(SLOT_KINDS, v.exactOptional(mediaRefSchema)),
);

export const DAY_KINDS = ['school', 'weekend', 'holiday', 'other'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

/** One stretch of a school day, such as a lesson or a break. */
export const slotSchema = v.object({
  /** Stable and unique over all days, so that a bell can ring once (TIME-3): `2026-11-24/p2`. */
  id: idSchema,
  /** What the timetable calls this slot on every day: `p2`. */
  key: idSchema,
  kind: v.picklist(SLOT_KINDS),
  label: shortTextSchema,
  /** Inclusive. */
  startsAt: instantSchema,
  /** Exclusive. */
  endsAt: instantSchema,
  startText: localTimeSchema,
  endText: localTimeSchema,
  /** Whether a bell rings at `startsAt`. */
  bell: v.boolean(),
});

export type Slot = v.InferOutput<typeof slotSchema>;

/** One calendar day of a division, as instants; right whatever the TV knows of zones (SNAP-3). */
export const programDaySchema = v.object({
  date: localDateSchema,
  /** ISO 8601: 1 is Monday, 7 is Sunday. */
  weekday: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)),
  kind: v.picklist(DAY_KINDS),
  /** Local midnight. Inclusive. */
  startsAt: instantSchema,
  /** The next local midnight: 23 to 25 hours later. Exclusive. */
  endsAt: instantSchema,
  /** What the day is called, if anything: a holiday's name, "Exam day". */
  title: v.exactOptional(titleSchema),
  /** Made by the server, since old TVs may lack the locale's data. */
  texts: v.object({
    /** "Tuesday" */
    weekday: shortTextSchema,
    /** "24 November" */
    date: shortTextSchema,
    /** The date in the school's second calendar, such as Hijri. */
    secondDate: v.exactOptional(shortTextSchema),
  }),
  /** Which day of the timetable's cycle this is (`a1`, `day-3`); absent where none applies. */
  cycleDay: v.exactOptional(idSchema),
  /** In order of `startsAt`; may overlap and may pass midnight. */
  slots: v.array(slotSchema),
});

export type ProgramDay = v.InferOutput<typeof programDaySchema>;

/** A part of the school with bells of its own, such as the primary school. */
export const divisionSchema = v.object({
  id: idSchema,
  name: shortTextSchema,
  /** At least 35 consecutive days from the day of publishing, in order (SNAP-2). */
  days: v.array(programDaySchema),
});

export type Division = v.InferOutput<typeof divisionSchema>;
