import type {
  Alert,
  Announcement,
  Cover,
  Duty,
  Honour,
  Lesson,
  MediaItem,
  ProgramDay,
  SchoolClass,
  Slot,
} from '@hallboard/shared';

/** What the day is doing at this moment (TIME-2). */
export type Moment =
  /** A school day, before its first slot. */
  | { readonly kind: 'before-school'; readonly first: Slot }
  | { readonly kind: 'in-slot'; readonly slot: Slot; readonly next?: Slot }
  /** A gap between two slots. */
  | { readonly kind: 'between-slots'; readonly previous: Slot; readonly next: Slot }
  /** After the last slot; `returns` is the next school day. */
  | { readonly kind: 'after-school'; readonly returns?: SchoolDayStart }
  | { readonly kind: 'weekend'; readonly returns?: SchoolDayStart }
  | { readonly kind: 'holiday'; readonly title?: string; readonly returns?: SchoolDayStart }
  /** The program says nothing of this instant. */
  | { readonly kind: 'beyond-program' };

/** The next day on which there is school, and when it starts. */
export interface SchoolDayStart {
  readonly day: ProgramDay;
  readonly first: Slot;
  /** Calendar days from today: 1 is tomorrow. */
  readonly daysAhead: number;
}

/** A slot of the day's timeline, as seen from now. */
export interface TimelineEntry {
  readonly slot: Slot;
  readonly phase: 'past' | 'now' | 'coming';
}

/** What one class has now, cover applied. */
export interface ClassNow {
  readonly class: SchoolClass;
  readonly lesson?: Lesson;
  readonly cover?: Cover;
}

/** What a screen shows at one moment; a pure function of (snapshot, screen, now). */
export type Scene =
  | { readonly kind: 'alert'; readonly alert: Alert; readonly changesAt: number }
  /** Intended black in the screen's night hours (TIME-5). */
  | { readonly kind: 'off'; readonly changesAt: number }
  | DayScene;

export interface DayScene {
  readonly kind: 'day';
  readonly moment: Moment;
  /** The calendar day that contains now; absent beyond the program. */
  readonly day?: ProgramDay;
  readonly timeline: readonly TimelineEntry[];
  readonly classesNow: readonly ClassNow[];
  /** Windows and groups applied. */
  readonly announcements: readonly Announcement[];
  readonly honours: readonly Honour[];
  readonly cover: readonly Cover[];
  readonly duty: readonly Duty[];
  readonly media: readonly MediaItem[];
  /**
   * The next instant, ms since the epoch, at which the scene differs; always after now. `Infinity`
   * when it never does.
   */
  readonly changesAt: number;
}
