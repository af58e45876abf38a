import type { ScreenInfo } from './screen.js';
import type { ServerMessage } from './server-messages.js';
import type { Snapshot } from './snapshot.js';

const MIDNIGHT = Date.UTC(2026, 10, 24);
const item = { id: 'i1', groups: ['staff'], validFrom: MIDNIGHT, validUntil: MIDNIGHT + 1 };

const file = (mimeType: string) => ({ hash: '0'.repeat(64), mimeType, bytes: 12 });

/** A snapshot with every field that there is. */
export const WHOLE_SNAPSHOT: Snapshot = {
  schema: { major: 1, minor: 1 },
  revision: 'k3x9.12',
  school: {
    name: 'Riverside School',
    logo: file('image/png'),
    zone: 'Europe/London',
    offsets: [{ from: MIDNIGHT, minutes: 60 }],
    locale: 'en-GB',
    direction: 'ltr',
    theme: { mode: 'auto', accent: '#ffb84d' },
  },
  view: { layout: 'media', groups: ['staff'] },
  divisions: [
    {
      id: 'main',
      name: 'Main school',
      days: [
        {
          date: '2026-11-24',
          weekday: 2,
          kind: 'school',
          startsAt: MIDNIGHT,
          endsAt: MIDNIGHT + 86_400_000,
          title: 'Open day',
          texts: { weekday: 'Tuesday', date: '24 November', secondDate: '14 Jumada II' },
          cycleDay: 'tue',
          slots: [
            {
              id: '2026-11-24/p1',
              key: 'p1',
              kind: 'period',
              label: 'Lesson 1',
              startsAt: MIDNIGHT + 28_800_000,
              endsAt: MIDNIGHT + 32_400_000,
              startText: '08:00',
              endText: '09:00',
              bell: true,
            },
          ],
        },
      ],
    },
  ],
  bells: { sounds: { period: file('audio/mpeg'), break: file('audio/wav') } },
  timetable: {
    classes: [{ id: '7a', name: '7A', division: 'main' }],
    lessons: [
      { class: '7a', cycleDay: 'tue', slot: 'p1', subject: 'Art', teacher: 'Ms Ray', room: '4' },
    ],
  },
  announcements: [{ ...item, level: 'info', title: 'Science fair', body: 'In the hall' }],
  honours: [
    { ...item, name: 'Ann', title: 'Chess', reason: 'First place', photo: file('image/jpeg') },
  ],
  cover: [
    {
      ...item,
      kind: 'cover',
      date: '2026-11-24',
      slot: 'p1',
      class: '7a',
      subject: 'Art',
      teacher: 'Mr Oak',
      absentTeacher: 'Ms Ray',
      room: '4',
      note: 'Bring books',
    },
  ],
  duty: [{ ...item, date: '2026-11-24', slot: 'p1', teacher: 'Mr Oak', place: 'Yard' }],
  media: [
    {
      ...item,
      kind: 'video',
      file: file('video/mp4'),
      poster: file('image/png'),
      title: 'Trip',
      durationMs: 8_000,
    },
  ],
  alerts: [
    {
      id: 'a1',
      kind: 'evacuate',
      groups: [],
      title: 'Leave',
      instruction: 'By the west door',
      startsAt: MIDNIGHT,
      expiresAt: MIDNIGHT + 1,
      drill: true,
    },
  ],
};

export const WHOLE_SCREEN: ScreenInfo = {
  version: 3,
  name: 'Entrance',
  focus: { kind: 'class', class: '7a' },
  division: 'main',
  sound: { on: true, volume: 0.5 },
  nightHours: { from: '18:00', until: '06:30' },
};

/** One of each that a server sends. */
export const SERVER_MESSAGES: readonly ServerMessage[] = [
  {
    type: 'welcome',
    protocol: 1,
    revision: 'k3x9.12',
    screen: WHOLE_SCREEN,
    spreadMs: 1,
    heartbeatMs: 2,
    reconnectMs: 3,
  },
  { type: 'invalidate', revision: 'k3x9.13', screenVersion: 2, spreadMs: 0, urgent: true },
  { type: 'heartbeat' },
  { type: 'pong' },
  { type: 'drain', minMs: 0, maxMs: 10 },
  { type: 'command', id: 'c1', name: 'reload' },
];
