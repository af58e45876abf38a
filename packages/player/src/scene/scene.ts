import type {
  Alert,
  Announcement,
  Cover,
  Duty,
  Honour,
  Layout,
  MediaItem,
  ProgramDay,
  SchoolClass,
  Slot,
} from '@hallboard/shared';

/** What the day is doing at this moment (TIME-2). A day with slots is a school day, whatever its kind. */
export type Moment =
  /** Before the day's first slot. */
  | { readonly kind: 'before-school'; readonly first: Slot }
  /** `next` is the next slot to start on the same day, else one that runs on after this. */
  | { readonly kind: 'in-slot'; readonly slot: Slot; readonly next?: Slot }
  /** A gap between two slots. */
  | { readonly kind: 'between-slots'; readonly previous: Slot; readonly next: Slot }
  /** After the last slot; `returns` is the next school day. */
  | { readonly kind: 'after-school'; readonly returns?: SchoolDayStart }
  | { readonly kind: 'weekend'; readonly returns?: SchoolDayStart }
  /** Any other day without slots. */
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

/** A lesson as it is really held: the timetable with its cover applied. */
export interface HeldLesson {
  readonly subject: string | undefined;
  readonly teacher: string | undefined;
  readonly room: string | undefined;
}

/** What one class has in a slot. */
export interface ClassEntry {
  readonly class: SchoolClass;
  readonly lesson: HeldLesson;
  /** The change that was applied, if one was. */
  readonly change?: Cover['kind'];
}

/** What the classes have in the slot that runs, or else in the day's next slot with lessons. */
export interface ClassesEntry {
  readonly slot: Slot;
  readonly phase: 'now' | 'coming';
  /** In the timetable's order; never empty. */
  readonly entries: readonly ClassEntry[];
}

/** A change to a lesson of today that is not over yet. */
export interface CoverEntry {
  readonly cover: Cover;
  readonly lesson: HeldLesson;
  /** Absent where today has no such slot. */
  readonly slot?: Slot;
  /** Absent where the timetable has no such class. */
  readonly class?: SchoolClass;
}

/** A duty of today that is not over yet. */
export interface DutyEntry {
  readonly duty: Duty;
  /** Absent where it is for all day, and where today has no such slot. */
  readonly slot?: Slot;
}

/** What a screen shows at one moment; a pure function of (snapshot, screen, now). */
export type Scene =
  | { readonly kind: 'alert'; readonly alert: Alert; readonly changesAt: number }
  /** Intended black in the screen's night hours (TIME-5). */
  | { readonly kind: 'off'; readonly changesAt: number }
  | DayScene;

export interface DayScene {
  readonly kind: 'day';
  readonly layout: Layout;
  readonly moment: Moment;
  /** The calendar day that contains now; absent beyond the program. */
  readonly day?: ProgramDay;
  /**
   * The slots of today in order of their start; of yesterday, while one of its slots still runs
   * past midnight.
   */
  readonly timeline: readonly TimelineEntry[];
  /** Absent when the rest of the day has no lessons. */
  readonly classes?: ClassesEntry;
  /** Windows and groups applied, here and below. The most urgent first. */
  readonly announcements: readonly Announcement[];
  readonly honours: readonly Honour[];
  /** In order of their slots. */
  readonly cover: readonly CoverEntry[];
  /** In order of their slots, all-day duties first. */
  readonly duty: readonly DutyEntry[];
  readonly media: readonly MediaItem[];
  /**
   * The next instant, ms since the epoch, at which the scene differs; always after now. `Infinity`
   * when it never does.
   */
  readonly changesAt: number;
}
