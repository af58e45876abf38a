import type { Lesson, SchoolClass } from '@hallboard/shared';
import { type SampleTeacher, SUBJECTS, TEACHERS } from './sample-staff.fixture.js';

const PERIODS = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'];
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri'];
const YEARS = [5, 6, 7, 8, 9, 10, 11, 12];
/** In week B the days' lessons change places, so that the two weeks differ. */
const DAYS_OF_WEEK_B = ['wed', 'thu', 'fri', 'mon', 'tue'];

/** 40 classes: five of each year, four years in each division. */
export const CLASSES: readonly SchoolClass[] = YEARS.flatMap((year) =>
  ['A', 'B', 'C', 'D', 'E'].map((letter) => ({
    id: `${year}${letter.toLowerCase()}`,
    name: `${year}${letter}`,
    division: year < 9 ? 'lower' : 'upper',
  })),
);

/** Lessons of weeks A and B in which nobody, and no room, is needed twice at a time. */
export function sampleLessons(): Lesson[] {
  const slots = assignSlots();
  return CLASSES.flatMap(({ id }, classAt) => {
    const room = homeRoom(classAt);
    return [...(slots[classAt] ?? [])].flatMap((teacher, slot) => {
      const day = Math.floor(slot / PERIODS.length);
      const period = PERIODS[slot % PERIODS.length] ?? '';
      return [`a-${DAYS[day]}`, `b-${DAYS_OF_WEEK_B[day]}`].map((cycleDay) => ({
        class: id,
        cycleDay,
        slot: period,
        subject: teacher.subject,
        teacher: teacher.name,
        room: teacher.room ?? room,
      }));
    });
  });
}

function homeRoom(classAt: number): string {
  return `${Math.floor(classAt / 10) + 1}${String((classAt % 10) + 1).padStart(2, '0')}`;
}

/** Who teaches each class in each of the week's slots: its lessons, given slots one by one. */
function assignSlots(): (readonly SampleTeacher[])[] {
  const slots = DAYS.length * PERIODS.length;
  const ofClass = CLASSES.map((): SampleTeacher[] => new Array(slots));
  const ofTeacher = new Map(TEACHERS.map((one) => [one, new Array<number>(slots)]));
  /** The class's first slot from `from` on, round the week, in which neither has a lesson. */
  const firstFree = (isTaken: (slot: number) => boolean, from: number): number => {
    for (let step = 0; step < slots; step += 1) {
      const slot = (from + step) % slots;
      if (!isTaken(slot)) return slot;
    }
    throw new Error('a class has as many lessons as a week has slots, and a teacher fewer');
  };

  for (const [classAt, teacher, spread] of wantedLessons()) {
    const own = ofClass[classAt];
    const theirs = ofTeacher.get(teacher);
    if (!own || !theirs) throw new Error('every class and every teacher has a week');
    const isOwn = (slot: number) => own[slot] !== undefined;
    const isTheirs = (slot: number) => theirs[slot] !== undefined;
    const both = Array.from({ length: slots }, (_, at) => (spread + at * 8) % slots).find(
      (slot) => !isOwn(slot) && !isTheirs(slot),
    );
    if (both !== undefined) {
      own[both] = teacher;
      theirs[both] = classAt;
      continue;
    }
    // König: change the lessons of two slots along a path, until one slot is free for both.
    const a = firstFree(isOwn, spread);
    const b = firstFree(isTheirs, spread);
    swapPath(ofClass, ofTeacher, teacher, a, b);
    own[a] = teacher;
    theirs[a] = classAt;
  }
  return ofClass;
}

/** From a teacher who has `a` taken and `b` free: exchanges the two, for all whom that touches. */
function swapPath(
  ofClass: readonly SampleTeacher[][],
  ofTeacher: ReadonlyMap<SampleTeacher, number[]>,
  start: SampleTeacher,
  a: number,
  b: number,
): void {
  const path: [SampleTeacher, number, number][] = [];
  let teacher: SampleTeacher | undefined = start;
  while (teacher) {
    const classAt: number | undefined = ofTeacher.get(teacher)?.[a];
    if (classAt === undefined) break;
    path.push([teacher, classAt, a]);
    const next: SampleTeacher | undefined = ofClass[classAt]?.[b];
    if (next) path.push([next, classAt, b]);
    teacher = next;
  }
  for (const [one, classAt, slot] of path) {
    delete ofTeacher.get(one)?.[slot];
    delete ofClass[classAt]?.[slot];
  }
  for (const [one, classAt, slot] of path) {
    const other = slot === a ? b : a;
    const [own, theirs] = [ofClass[classAt], ofTeacher.get(one)];
    if (own) own[other] = one;
    if (theirs) theirs[other] = classAt;
  }
}

/** Each lesson of a week, by class and teacher, and the slot from which a place is looked for. */
function* wantedLessons(): Generator<[classAt: number, teacher: SampleTeacher, spread: number]> {
  let subjectAt = 0;
  for (const [subject, lessons] of Object.entries(SUBJECTS)) {
    const teachers = TEACHERS.filter((one) => one.subject === subject);
    for (const classAt of CLASSES.keys()) {
      const teacher = teachers[classAt % teachers.length];
      if (!teacher) throw new Error(`somebody teaches ${subject}`);
      for (let lesson = 0; lesson < lessons; lesson += 1) {
        yield [classAt, teacher, classAt * 3 + subjectAt * 5 + lesson * 7];
      }
    }
    subjectAt += 1;
  }
}
