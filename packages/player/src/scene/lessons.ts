import type {
  Cover,
  Duty,
  Lesson,
  ProgramDay,
  SchoolClass,
  ScreenInfo,
  Slot,
  Snapshot,
} from '@hallboard/shared';
import { flatMap, sortBy } from './lists.js';
import { slotsOf } from './program-day.js';
import type { ClassEntry, ClassesEntry, CoverEntry, DutyEntry, HeldLesson } from './scene.js';

/** What the lessons of one day are made from. `cover` is what is shown now of that day. */
export interface LessonSource {
  readonly snapshot: Snapshot;
  readonly screen: ScreenInfo;
  readonly divisionId: string;
  readonly day: ProgramDay;
  readonly cover: readonly Cover[];
}

/** The classes' lessons now; when no running slot has any, those of the day's next slot that has. */
export function classesAt(
  source: LessonSource,
  running: readonly Slot[],
  nowMs: number,
): ClassesEntry | undefined {
  const coming = slotsOf(source.day).filter((slot) => slot.startsAt > nowMs);
  for (const slot of [...running, ...coming]) {
    const entries = entriesOf(source, slot);
    if (entries.length === 0) continue;
    return { slot, phase: slot.startsAt <= nowMs ? 'now' : 'coming', entries };
  }
  return undefined;
}

/**
 * The day's changes that are not over, with what they change, in order of their slots. A room's own
 * screen says of a lesson that is cancelled there, or held elsewhere, too.
 */
export function coverAt(source: LessonSource, nowMs: number): readonly CoverEntry[] {
  const { snapshot, screen } = source;
  const entries = flatMap(source.cover, (cover): readonly CoverEntry[] => {
    const schoolClass = snapshot.timetable.classes.find(({ id }) => id === cover.class);
    const day = dayFor(source, schoolClass);
    const slot = slotByKey(day, cover.slot, nowMs);
    if (slot !== undefined && slot.endsAt <= nowMs) return [];
    const planned = plannedLesson({ snapshot, day }, cover.class, cover.slot);
    const lesson = held(planned, cover);
    if (![lesson, planned].some((each) => isInFocus(screen, cover.class, each))) return [];
    return [{ cover, lesson, ...(slot && { slot }), ...(schoolClass && { class: schoolClass }) }];
  });
  return sortBy(entries, ({ slot }) => slot?.startsAt ?? Infinity);
}

/** The day by the bells of a class's own division, whichever the screen shows. */
function dayFor({ snapshot, day }: LessonSource, schoolClass?: SchoolClass): ProgramDay {
  const division = snapshot.divisions.find(({ id }) => id === schoolClass?.division);
  return division?.days.find(({ date }) => date === day.date) ?? day;
}

/** The day's duties that are not over, those of the whole day first; the day ends with its slots. */
export function dutyAt(
  duty: readonly Duty[],
  day: ProgramDay,
  nowMs: number,
): readonly DutyEntry[] {
  const ends = slotsOf(day).map(({ endsAt }) => endsAt);
  const dayEndsAt = ends.length === 0 ? day.endsAt : Math.max(...ends);
  const entries = duty.map((item): DutyEntry => {
    const slot = slotByKey(day, item.slot, nowMs);
    return { duty: item, ...(slot && { slot }) };
  });
  return sortBy(
    entries.filter(({ slot }) => (slot?.endsAt ?? dayEndsAt) > nowMs),
    ({ slot }) => slot?.startsAt ?? -Infinity,
  );
}

/** The slot of a key; of several, such as the halves of a double lesson, the first not over. */
function slotByKey(day: ProgramDay, key: string | undefined, nowMs: number): Slot | undefined {
  const slots = slotsOf(day).filter((slot) => slot.key === key);
  return slots.find((slot) => slot.endsAt > nowMs) ?? slots[0];
}

function entriesOf(source: LessonSource, slot: Slot): readonly ClassEntry[] {
  const { snapshot, screen, divisionId } = source;
  const classes = snapshot.timetable.classes.filter(({ division }) => division === divisionId);
  return flatMap(classes, (schoolClass): readonly ClassEntry[] => {
    const planned = plannedLesson(source, schoolClass.id, slot.key);
    const cover = source.cover.find(
      (item) => item.class === schoolClass.id && item.slot === slot.key,
    );
    if (planned === undefined && cover === undefined) return [];
    const lesson = held(planned, cover);
    if (!isInFocus(screen, schoolClass.id, lesson)) return [];
    return [{ class: schoolClass, lesson, ...(cover && { change: cover.kind }) }];
  });
}

function plannedLesson(
  { snapshot, day }: Pick<LessonSource, 'snapshot' | 'day'>,
  classId: string,
  slotKey: string,
): Lesson | undefined {
  return snapshot.timetable.lessons.find(
    (lesson) =>
      lesson.class === classId && lesson.slot === slotKey && lesson.cycleDay === day.cycleDay,
  );
}

/** The timetable's lesson with a change applied; nothing is kept that the change has made untrue. */
function held(planned: Lesson | undefined, cover: Cover | undefined): HeldLesson {
  const keepsTeacher = cover?.kind !== 'cover' && cover?.kind !== 'cancelled';
  const keepsRoom = cover?.kind !== 'room-change' && cover?.kind !== 'cancelled';
  return {
    subject: cover?.subject ?? planned?.subject,
    teacher: cover?.teacher ?? (keepsTeacher ? planned?.teacher : undefined),
    room: cover?.room ?? (keepsRoom ? planned?.room : undefined),
  };
}

function isInFocus(
  { focus }: ScreenInfo,
  classId: string,
  lesson: { readonly room?: string | undefined } | undefined,
): boolean {
  if (focus === undefined) return true;
  return focus.kind === 'class' ? focus.class === classId : focus.room === lesson?.room;
}
