import * as v from 'valibot';
import { mediaRefSchema } from './media.js';
import { colorSchema, instantSchema, shortTextSchema } from './primitives.js';

/** How the screen looks. `auto` is light in the school's hours and dark outside them. */
export const themeSchema = v.object({
  mode: v.picklist(['dark', 'light', 'auto']),
  /** The colour that means "now". Adjusted by the player where its contrast would not do. */
  accent: colorSchema,
});

export type Theme = v.InferOutput<typeof themeSchema>;

/** The zone's difference to UTC from an instant on; east is positive. */
export const zoneOffsetSchema = v.object({
  from: instantSchema,
  minutes: v.pipe(v.number(), v.integer(), v.minValue(-1439), v.maxValue(1439)),
});

export type ZoneOffset = v.InferOutput<typeof zoneOffsetSchema>;

/** Who the screen belongs to, and how its language and time are written. */
export const schoolSchema = v.object({
  name: shortTextSchema,
  logo: v.exactOptional(mediaRefSchema),
  /** IANA zone, such as `Europe/Madrid`. Instants are computed on the server (SNAP-3). */
  zone: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  /**
   * The zone's offsets over the program, in order, so that a TV with stale zone data shows the
   * right clock (SNAP-3). The first also holds before its instant, the last without end.
   */
  offsets: v.pipe(v.array(zoneOffsetSchema), v.minLength(1)),
  /** BCP 47 language tag, such as `en-GB` or `ar-SA`. */
  locale: v.pipe(v.string(), v.minLength(2), v.maxLength(35)),
  direction: v.picklist(['ltr', 'rtl']),
  theme: themeSchema,
});

export type School = v.InferOutput<typeof schoolSchema>;
