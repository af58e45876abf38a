import type { ProgramDay, ScreenInfo, Slot, Snapshot } from '@hallboard/shared';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Tuesday, 24 November 2026, 00:00 UTC. */
export const TUESDAY_MS = 1_795_478_400_000;

/** An instant on that Tuesday, from `HH:MM`. Hours may exceed 23 to reach into later days. */
export function at(time: string): number {
  const [hours, minutes] = time.split(':');
  return TUESDAY_MS + Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS;
}

/** A slot from `p1 08:00-09:00`, its times as `at` reads them. */
export function slotOf(text: string, kind: Slot['kind'] = 'period'): Slot {
  const [key = '', times = ''] = text.split(' ');
  const [start = '', end = ''] = times.split('-');
  return {
    id: `${start}/${key}`,
    key,
    kind,
    label: `Lesson ${key}`,
    startsAt: at(start),
    endsAt: at(end),
    startText: start,
    endText: end,
    bell: true,
  };
}

/** The day `index` days after Tuesday, with whatever `changes` say. */
export function dayOf(index: number, changes: Partial<ProgramDay> = {}): ProgramDay {
  return {
    date: `2026-11-${24 + index}`,
    weekday: ((1 + index) % 7) + 1,
    kind: 'school',
    startsAt: TUESDAY_MS + index * DAY_MS,
    endsAt: TUESDAY_MS + (index + 1) * DAY_MS,
    texts: { weekday: 'Tuesday', date: `${24 + index} November` },
    cycleDay: 'tue',
    slots: [],
    ...changes,
  };
}

/** A school in UTC with one division of the given days. */
export function snapshotOf(days: ProgramDay[], changes: Partial<Snapshot> = {}): Snapshot {
  return {
    schema: { major: 1, minor: 0 },
    revision: 'k3x9.12',
    school: {
      name: 'Riverside School',
      zone: 'Etc/UTC',
      offsets: [{ from: TUESDAY_MS, minutes: 0 }],
      locale: 'en-GB',
      direction: 'ltr',
      theme: { mode: 'dark', accent: '#ffb84d' },
    },
    view: { layout: 'board', groups: [] },
    divisions: [{ id: 'main', name: 'Main school', days }],
    timetable: { classes: [], lessons: [] },
    announcements: [],
    honours: [],
    cover: [],
    duty: [],
    media: [],
    alerts: [],
    ...changes,
  };
}

export const SCREEN: ScreenInfo = {
  version: 1,
  name: 'Main hall',
  sound: { on: false, volume: 0 },
};
