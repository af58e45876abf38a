import { check, screenInfoSchema, snapshotSchema } from '@hallboard/shared';
import { expect, it } from 'vitest';
import { sampleScreen, sampleSnapshot } from './sample-snapshot.js';

it('[SNAP-2] is valid, and covers 35 consecutive days', () => {
  const snapshot = sampleSnapshot();
  expect(check(snapshotSchema, snapshot)).toEqual({ ok: true, value: snapshot });
  expect(check(screenInfoSchema, sampleScreen()).ok).toBe(true);
  const days = snapshot.divisions[0]?.days ?? [];
  expect(days).toHaveLength(35);
  expect(days[0]).toMatchObject({ date: '2026-11-24', weekday: 2, kind: 'school' });
  expect(days[4]).toMatchObject({ date: '2026-11-28', weekday: 6, kind: 'weekend', slots: [] });
  days.slice(1).forEach((day, index) => {
    expect(day.startsAt).toBe(days[index]?.endsAt);
  });
});
