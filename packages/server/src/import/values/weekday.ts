import { WEEKDAYS, type Weekday } from '../../content/schema/weekdays.js';
import { fold } from '../rows/fold.js';
import { LANGUAGES } from '../rows/kinds.js';

/** A Monday. */
const MONDAY_MS = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

const WEEKDAY_OF_WORD = new Map<string, Weekday>(
  WEEKDAYS.flatMap((weekday, index) => [
    [weekday, weekday] as const,
    [String(index + 1), weekday] as const,
    ...LANGUAGES.flatMap((language) =>
      (['long', 'short'] as const).map((style) => {
        const format = new Intl.DateTimeFormat(language, { weekday: style, timeZone: 'UTC' });
        return [fold(format.format(MONDAY_MS + index * DAY_MS)), weekday] as const;
      }),
    ),
  ]),
);

/** Fewer letters begin the words of too many languages. */
const MIN_BEGINNING = 3;

/**
 * @returns the weekday that a word means in any of the languages, also where it is cut short: `Tues`.
 * 1 is Monday.
 */
export function readWeekday(text: string): Weekday | undefined {
  const word = fold(text);
  return WEEKDAY_OF_WORD.get(word) ?? onlyBeginning(word);
}

function onlyBeginning(word: string): Weekday | undefined {
  if (word.length < MIN_BEGINNING) return undefined;
  const begun = [...WEEKDAY_OF_WORD].filter(([whole]) => whole.startsWith(word));
  const weekdays = new Set(begun.map(([, weekday]) => weekday));
  const [only] = weekdays;
  return weekdays.size === 1 ? only : undefined;
}

/** @returns the weekdays of a list or a range: `Mon-Thu`, `lun, mié`. */
export function readWeekdays(text: string): readonly Weekday[] | undefined {
  const found: Weekday[] = [];
  for (const part of text.split(/[\s,;،/]+/).filter((each) => each !== '')) {
    const [from, to, more] = part.split(/[-–]/).map(readWeekday);
    if (from === undefined || more !== undefined) return undefined;
    if (to === undefined && /[-–]/.test(part)) return undefined;
    const first = WEEKDAYS.indexOf(from);
    const length = to === undefined ? 1 : ((WEEKDAYS.indexOf(to) - first + 7) % 7) + 1;
    for (let step = 0; step < length; step += 1) {
      const weekday = WEEKDAYS[(first + step) % 7];
      if (weekday !== undefined) found.push(weekday);
    }
  }
  return found.length === 0 ? undefined : found;
}
