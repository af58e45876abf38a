const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const HOUR_MS = 3_600_000;

/** Assembly, two lessons, a break, two lessons, lunch, two lessons. */
const DAY = [
  ['07:45', '08:00', 'assembly'],
  ['08:00', '09:00', 'period'],
  ['09:00', '10:00', 'period'],
  ['10:00', '10:20', 'break'],
  ['10:20', '11:10', 'period'],
  ['11:10', '12:00', 'period'],
  ['12:00', '12:45', 'break'],
  ['12:45', '13:30', 'period'],
  ['13:30', '14:15', 'period'],
] as const;

/** What differs from one language to the next. */
export interface WrittenSchool {
  readonly school: object;
  /** One for each slot of the day. */
  readonly labels: readonly string[];
  /** `class | subject | teacher | room` */
  readonly lessons: readonly string[];
  readonly announcements: readonly object[];
  readonly honours: readonly object[];
  readonly duty: readonly { readonly teacher: string; readonly place: string }[];
  /** Who takes a lesson of whom. */
  readonly cover: { readonly teacher: string; readonly absentTeacher: string };
}

/** A zone in which it is between nine and ten now, so that every picture is of the second lesson. */
export function zoneAtNine(now = new Date()): string {
  const hoursAhead = 9 - now.getUTCHours();
  if (hoursAhead === 0) return 'Etc/GMT';
  // East of Greenwich has a minus in these names; beyond 12 hours west there is none.
  const east = hoursAhead < -12 ? hoursAhead + 24 : hoursAhead;
  return `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`;
}

/** The content of a school whose every day is a school day, with something in every panel. */
export function schoolDay(zone: string, written: WrittenSchool): object {
  const slots = DAY.map(([start, end, kind], index) => ({
    key: `s${index}`,
    kind,
    label: written.labels[index],
    start,
    end,
    bell: false,
  }));
  const lessons = written.lessons.map((line) => line.split(' | '));
  const classes = lessons.map(([name], index) => ({ id: `c${index}`, name, division: 'main' }));
  const date = new Date(Date.now() + offsetMs(zone)).toISOString().slice(0, 10);
  return {
    school: { ...written.school, zone, absentTeachers: 'all' },
    weekend: [],
    divisions: [
      {
        id: 'main',
        name: 'Main',
        schedules: [{ id: 'day', slots }],
        week: Object.fromEntries(WEEKDAYS.map((day) => [day, 'day'])),
      },
    ],
    timetable: {
      classes,
      lessons: WEEKDAYS.flatMap((cycleDay) =>
        slots
          .filter(({ kind }) => kind === 'period')
          .flatMap(({ key }, turn) =>
            classes.map(({ id }, index) => {
              const [, subject, teacher, room] = lessons[(index + turn) % lessons.length] ?? [];
              return { cycleDay, slot: key, class: id, subject, teacher, room };
            }),
          ),
      ),
    },
    announcements: written.announcements,
    honours: written.honours,
    duty: written.duty.map((duty, index) => ({ ...duty, id: `d${index}`, date })),
    cover: [{ id: 'v0', date, slot: 's2', class: 'c1', ...written.cover }],
  };
}

function offsetMs(zone: string): number {
  return -Number(zone.slice('Etc/GMT'.length)) * HOUR_MS;
}
