import type { Alert, Cover } from '@hallboard/shared';
import type { Rejection } from '../../scene/view.js';

/** The plural categories of CLDR. */
export type PluralCategory = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

/** A message in the forms that its language has; one that is missing is written like `other`. */
export type PluralForms = Partial<Record<PluralCategory, string>> & { readonly other: string };

/** A state without content: what it is, and what a person can do about it. */
export interface StateMessage {
  readonly title: string;
  readonly text: string;
}

/** Everything that the player says by itself, in one language. Places are `{named}`. */
export interface Messages {
  /** The category that a whole number takes. */
  readonly pluralOf: (count: number) => PluralCategory;

  readonly now: string;
  readonly next: string;
  /** Instead of `now`, while the true time is not known. */
  readonly lastKnown: string;
  readonly schoolStarts: string;
  readonly firstSlot: string;
  readonly schoolOver: string;
  readonly endOfDay: string;
  readonly seeYouTomorrow: string;
  /** `{day}`: a weekday or a date. */
  readonly seeYouOn: string;
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
  /** Between a device's code and the server's address. */
  readonly pair: string;
  readonly empty: Readonly<
    Record<'starting' | 'no-token' | 'no-contact' | Rejection, StateMessage>
  >;
}

/** A message's form for a whole number. */
export function pluralForm(messages: Messages, forms: PluralForms, count: number): string {
  return forms[messages.pluralOf(count)] ?? forms.other;
}
