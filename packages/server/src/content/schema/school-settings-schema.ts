import {
  groupSchema,
  mediaRefSchema,
  type School,
  schoolSchema,
  shortTextSchema,
  type Theme,
  themeSchema,
} from '@hallboard/shared';
import * as v from 'valibot';

const DEFAULT_THEME: Theme = { mode: 'dark', accent: '#ffb84d' };

const RIGHT_TO_LEFT_SCRIPTS = ['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'];

/** An IANA zone that this server has the rules of, such as `Europe/Madrid`. */
export const zoneSchema = v.pipe(
  schoolSchema.entries.zone,
  v.check(isKnownZone, 'must be an IANA time zone like Europe/Madrid'),
);

/** A language that this server can write dates in, such as `en-GB` or `ar-SA`. */
export const localeSchema = v.pipe(
  schoolSchema.entries.locale,
  v.check(isKnownLocale, 'must be a language tag like en-GB or ar-SA'),
);

/** How a school is named, where it is, and how its screens look. */
export const schoolSettingsSchema = v.strictObject({
  name: shortTextSchema,
  logo: v.exactOptional(v.strictObject(mediaRefSchema.entries)),
  zone: zoneSchema,
  locale: localeSchema,
  /** @default how the locale is written. */
  direction: v.exactOptional(schoolSchema.entries.direction),
  /** @default dark, with an amber accent. */
  theme: v.optional(v.strictObject(themeSchema.entries), DEFAULT_THEME),
  /** A second date on the screens (SNAP-2). */
  secondCalendar: v.exactOptional(
    v.strictObject({
      kind: v.literal('hijri'),
      /** Days by which the moon is sighted later (negative) or earlier than Umm al-Qura's table. */
      dayOffset: v.optional(v.pipe(v.number(), v.integer(), v.minValue(-3), v.maxValue(3)), 0),
    }),
  ),
  /** Who may read the names of teachers who are away (SEC-4). @default 'staff' */
  absentTeachers: v.optional(v.picklist(['staff', 'all']), 'staff'),
  /** The groups of screens that only staff see (SEC-4). @default ['staff'] */
  staffGroups: v.optional(v.array(groupSchema), () => ['staff']),
});
export type SchoolSettings = v.InferOutput<typeof schoolSettingsSchema>;

/** The direction in which a locale is written. */
export function directionOf(locale: string): School['direction'] {
  const { script } = new Intl.Locale(locale).maximize();
  return script !== undefined && RIGHT_TO_LEFT_SCRIPTS.includes(script) ? 'rtl' : 'ltr';
}

function isKnownZone(zone: string): boolean {
  // A name: some engines also take an offset, which knows no daylight saving.
  return (
    /^[A-Za-z]/.test(zone) && isAccepted(() => new Intl.DateTimeFormat('en', { timeZone: zone }))
  );
}

function isKnownLocale(locale: string): boolean {
  let known = false;
  return (
    isAccepted(() => {
      known = Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0;
    }) && known
  );
}

/** Intl answers with a RangeError to a name that it does not know. */
function isAccepted(use: () => unknown): boolean {
  try {
    use();
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
