import type { ProgramDay, ScreenInfo, Slot, Snapshot } from '@hallboard/shared';
import { SAMPLE_MIDNIGHT_MS } from './timeline.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Lessons of an hour from eight, and a break at eleven. */
const SLOTS: readonly (readonly [key: string, kind: Slot['kind'], label: string, hour: number])[] =
  [
    ['p1', 'period', 'Lesson 1', 8],
    ['p2', 'period', 'Lesson 2', 9],
    ['p3', 'period', 'Lesson 3', 10],
    ['br', 'break', 'Break', 11],
    ['p4', 'period', 'Lesson 4', 12],
  ];
const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

export interface SampleSnapshotOptions {
  /** Midnight of the first day, UTC. @default SAMPLE_MIDNIGHT_MS */
  readonly firstDayMs?: number;
  /** @default 35 */
  readonly days?: number;
}

/** A small school in UTC with a real program, valid by the schema. Change it with a spread. */
export function sampleSnapshot(options: SampleSnapshotOptions = {}): Snapshot {
  const { firstDayMs = SAMPLE_MIDNIGHT_MS, days = 35 } = options;
  return {
    schema: { major: 1, minor: 0 },
    revision: 'sample.1',
    school: {
      name: 'Riverside School',
      zone: 'Etc/UTC',
      offsets: [{ from: firstDayMs, minutes: 0 }],
      locale: 'en-GB',
      direction: 'ltr',
      theme: { mode: 'dark', accent: '#ffb84d' },
    },
    view: { layout: 'board', groups: [] },
    divisions: [
      {
        id: 'main',
        name: 'Main school',
        days: Array.from({ length: days }, (_, index) => sampleDay(firstDayMs + index * DAY_MS)),
      },
    ],
    timetable: { classes: [], lessons: [] },
    announcements: [],
    honours: [],
    cover: [],
    duty: [],
    media: [],
    alerts: [],
  };
}

/** What belongs to the screen of `sampleSnapshot()`. */
export function sampleScreen(changes: Partial<ScreenInfo> = {}): ScreenInfo {
  return { version: 1, name: 'Main hall', sound: { on: false, volume: 0 }, ...changes };
}

function sampleDay(startsAt: number): ProgramDay {
  const date = new Date(startsAt).toISOString().slice(0, 10);
  const weekday = ((Math.floor(startsAt / DAY_MS) + 3) % 7) + 1;
  const isWeekend = weekday > 5;
  return {
    date,
    weekday,
    kind: isWeekend ? 'weekend' : 'school',
    startsAt,
    endsAt: startsAt + DAY_MS,
    texts: { weekday: WEEKDAYS[weekday - 1] ?? '', date },
    ...(!isWeekend && { cycleDay: `day-${weekday}` }),
    slots: isWeekend ? [] : SLOTS.map((slot) => sampleSlot(date, startsAt, slot)),
  };
}

function sampleSlot(
  date: string,
  midnightMs: number,
  [key, kind, label, hour]: (typeof SLOTS)[number],
): Slot {
  return {
    id: `${date}/${key}`,
    key,
    kind,
    label,
    startsAt: midnightMs + hour * HOUR_MS,
    endsAt: midnightMs + (hour + 1) * HOUR_MS,
    startText: clockText(hour),
    endText: clockText(hour + 1),
    bell: true,
  };
}

function clockText(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
