import type { Alert, Cover, Duty, Snapshot, View } from '@hallboard/shared';
import { ALERT_KINDS } from '@hallboard/shared';
import type { LocalTime } from '../program/local-time.js';
import type { Program } from '../program/materialise-program.js';
import type { SchoolContent } from '../schema/content-schema.js';
import { namesPerson } from './names-person.js';

/** ALERT-1: an alert that does not say when it expires lasts 2 hours. */
export const DEFAULT_ALERT_MS = 2 * 3_600_000;

/** The parts of a snapshot that depend on groups. */
export type SnapshotItems = Pick<
  Snapshot,
  'announcements' | 'honours' | 'cover' | 'duty' | 'media' | 'alerts'
>;

/**
 * The items of every view: windows as instants, duty on its dates, alerts by severity (ALERT-1).
 * What cannot be shown within the program is left out, and comes back with a later publish.
 */
export function snapshotItems(
  content: SchoolContent,
  program: Program,
  time: LocalTime,
  raised: readonly Alert[] = [],
): SnapshotItems {
  const startsAtMs = time.startOfDayMs(program.firstDate);
  const isWithin = (fromMs: number, untilMs: number) =>
    fromMs < program.endsAtMs && untilMs > startsAtMs;
  const isWithinWindow = (item: { readonly validFrom?: number; readonly validUntil?: number }) =>
    isWithin(
      item.validFrom ?? Number.NEGATIVE_INFINITY,
      item.validUntil ?? Number.POSITIVE_INFINITY,
    );
  const isOnDate = ({ date }: { readonly date: string }) =>
    program.firstDate <= date && date <= program.horizon;
  const windowed = <T extends LocalWindow>(items: readonly T[]) =>
    items.map((item) => withInstants(item, time)).filter(isWithinWindow);

  return {
    announcements: windowed(content.announcements),
    honours: windowed(content.honours),
    cover: windowed(content.cover).filter(isOnDate),
    duty: windowed(content.duty.flatMap((duty) => dutyOnDates(duty, program))).filter(isOnDate),
    media: windowed(content.media),
    alerts: [...raised, ...content.alerts.map((alert) => alertAsInstants(alert, time))]
      .filter(({ startsAt, expiresAt }) => isWithin(startsAt, expiresAt))
      .sort((a, b) => ALERT_KINDS.indexOf(a.kind) - ALERT_KINDS.indexOf(b.kind)),
  };
}

/** What a view shows of them: what is for all, and what is for one of its groups. */
export function itemsForView(
  items: SnapshotItems,
  view: View,
  school: SchoolContent['school'],
): SnapshotItems {
  const forView = <T extends { readonly groups: readonly string[] }>(list: readonly T[]) =>
    list.filter(
      ({ groups }) => groups.length === 0 || groups.some((group) => view.groups.includes(group)),
    );
  const seesAbsence =
    school.absentTeachers === 'all' ||
    school.staffGroups.some((group) => view.groups.includes(group));
  return {
    announcements: forView(items.announcements),
    honours: forView(items.honours),
    cover: forView(items.cover).map((cover) => (seesAbsence ? cover : withoutAbsence(cover))),
    duty: forView(items.duty),
    media: forView(items.media),
    alerts: forView(items.alerts),
  };
}

/** Cover as everybody may see it (SEC-4): a note that names who is away is for the staff too. */
function withoutAbsence({ absentTeacher, note, ...cover }: Cover): Cover {
  if (note === undefined) return cover;
  const isTelling = absentTeacher !== undefined && namesPerson(note, absentTeacher);
  return isTelling ? cover : { ...cover, note };
}

interface LocalWindow {
  readonly validFrom?: string;
  readonly validUntil?: string;
}

function withInstants<T extends LocalWindow>(item: T, time: LocalTime) {
  const { validFrom, validUntil, ...rest } = item;
  return {
    ...rest,
    ...(validFrom !== undefined && { validFrom: time.instantMs(validFrom) }),
    ...(validUntil !== undefined && { validUntil: time.instantMs(validUntil) }),
  };
}

/** A duty on a day of the cycle, on each date of the program that is one in any division. */
function dutyOnDates(
  { date, cycleDay, ...duty }: SchoolContent['duty'][number],
  { divisions }: Program,
): (Omit<Duty, keyof LocalWindow> & LocalWindow)[] {
  if (date !== undefined) return [{ ...duty, date }];
  const dates = divisions.flatMap(({ days }) =>
    days.filter((day) => day.cycleDay === cycleDay).map((day) => day.date),
  );
  return [...new Set(dates)].map((each) => ({ ...duty, id: `${duty.id}/${each}`, date: each }));
}

function alertAsInstants(
  { startsAt, expiresAt, ...alert }: SchoolContent['alerts'][number],
  time: LocalTime,
): Alert {
  const startsAtMs = time.instantMs(startsAt);
  const expiresAtMs =
    expiresAt === undefined ? startsAtMs + DEFAULT_ALERT_MS : time.instantMs(expiresAt);
  return { ...alert, startsAt: startsAtMs, expiresAt: expiresAtMs };
}
