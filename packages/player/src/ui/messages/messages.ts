import type { Alert, Cover } from '@hallboard/shared';
import type { Rejection } from '../../scene/view.js';

/** A message in the forms that its language has; one that is missing is written like `other`. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** A state without content: what it is, and what a person can do about it. */
export interface StateMessage {
  readonly title: string;
  readonly text: string;
}

/** Everything that the player says by itself, in one language. Places are `{named}`. */
export interface Messages {
  /** BCP 47, without region: `ar`. */
  readonly language: string;

  readonly now: string;
  readonly next: string;
  /** Instead of `now`, while the true time is not known. */
  readonly lastKnown: string;
  readonly schoolStarts: string;
  readonly firstSlot: string;
  readonly schoolOver: string;
  readonly endOfDay: string;
  readonly seeYouTomorrow: string;
  /** `{day}`: a weekday. */
  readonly seeYouOn: string;
  /** `{day}`: a date. */
  readonly seeYouOnDate: string;
  readonly noSchool: string;
  readonly weekend: string;
  readonly returns: string;
  readonly tomorrow: string;
  readonly noProgram: string;

  /** Under the number of minutes. */
  readonly minutesLeft: PluralForms;
  readonly minutesToGo: PluralForms;
  /** Under minutes and seconds. */
  readonly left: string;
  readonly toGo: string;

  readonly day: string;
  readonly notices: string;
  readonly important: string;
  readonly classesNow: string;
  /** `{slot}`: the slot's label. */
  readonly classesIn: string;
  readonly changes: string;
  readonly change: Readonly<Record<Cover['kind'], string>>;
  /** `{teacher}`: who is away. */
  readonly insteadOf: string;
  readonly duty: string;
  readonly allDay: string;
  readonly honours: string;

  readonly alert: Readonly<Record<Alert['kind'], string>>;
  readonly drill: string;
  /** `{time}` */
  readonly since: string;

  readonly offline: string;
  /** `{time}` */
  readonly offlineSince: string;
  /** `{count}` days. */
  readonly offlineForDays: PluralForms;
  readonly timeUnconfirmed: string;
  readonly timeUnknown: string;
  readonly rejected: Readonly<Record<Rejection, string>>;
  /** Between a device's code, which is a QR code too, and the address of the page that takes it. */
  readonly pair: string;
  readonly empty: Readonly<
    Record<'starting' | 'no-token' | 'no-contact' | Rejection, StateMessage>
  >;
}

/** A message's form for a whole number. */
export function pluralForm({ language }: Messages, forms: PluralForms, count: number): string {
  return forms[categoryOf(language, count)] ?? forms.other;
}

/** By the engine's own data; that of a TV may lack the language. */
function categoryOf(language: string, count: number): Intl.LDMLPluralRule {
  const isKnown = Intl.PluralRules?.supportedLocalesOf(language).length > 0;
  if (isKnown) return new Intl.PluralRules(language).select(count);
  return count === 1 ? 'one' : 'other';
}

/** The language of a locale: `ar` of `ar-SA`. */
export function languageOf(locale: string): string {
  return locale.split('-', 1).join().toLowerCase();
}
