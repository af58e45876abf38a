import * as v from 'valibot';
import { idSchema, shortTextSchema } from './primitives.js';

/** A class of pupils, such as 7A. */
export const schoolClassSchema = v.object({
  id: idSchema,
  name: shortTextSchema,
  /** The division whose bells it follows. */
  division: idSchema,
});

export type SchoolClass = v.InferOutput<typeof schoolClassSchema>;

/** What one class has in one slot of one day of the cycle. */
export const lessonSchema = v.object({
  class: idSchema,
  /** Matches `ProgramDay.cycleDay`. */
  cycleDay: idSchema,
  /** Matches `Slot.key`. */
  slot: idSchema,
  subject: shortTextSchema,
  teacher: v.exactOptional(shortTextSchema),
  room: v.exactOptional(shortTextSchema),
});

export type Lesson = v.InferOutput<typeof lessonSchema>;

/** Lessons by the cycle, not by the date: a day names its place in the cycle. */
export const timetableSchema = v.object({
  classes: v.array(schoolClassSchema),
  lessons: v.array(lessonSchema),
});

export type Timetable = v.InferOutput<typeof timetableSchema>;
