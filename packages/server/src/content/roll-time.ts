import { createHash } from 'node:crypto';
import type { SchoolRecord } from '../store/records.js';
import { addDays, createLocalTime } from './program/local-time.js';

/** The horizon rolls between 01:00 and 04:59: the day has begun, and nobody is there (SNAP-6). */
const FIRST_MINUTE = 60;
const MINUTES = 240;

/**
 * When a school's horizon rolls next: every night at one minute, hashed from its id so that schools
 * do not all do it at once (SNAP-6).
 * @returns ms since the epoch; always after `nowMs`.
 */
export function nextRollAtMs(
  { id, zone }: Pick<SchoolRecord, 'id' | 'zone'>,
  nowMs: number,
): number {
  const time = createLocalTime(zone);
  const minute = FIRST_MINUTE + (createHash('sha256').update(id).digest().readUInt32BE() % MINUTES);
  const text = `0${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
  const today = time.dateAt(nowMs);
  const tonight = time.resolve(today, text).atMs;
  return tonight > nowMs ? tonight : time.resolve(addDays(today, 1), text).atMs;
}
