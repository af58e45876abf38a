import { describe, expect, it } from 'vitest';
import type { RolloutRecord } from '../../store/flag-records.js';
import type { ObservationSlice } from '../../store/observation-records.js';
import { type RolloutEvent, SETTLE_MS, transitionRollout } from './transition.js';
import { emptySums, latencyBucket } from './window.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const POSITIONS = Array.from({ length: 200 }, (_, at) => at / 2);

/** In the third stage, with a baseline of 100 ms, for a quarter of an hour and a bit. */
const RUNNING: RolloutRecord = {
  status: 'running',
  stage: 2,
  startedAtMs: 0,
  enteredAtMs: 2 * DAY_MS,
  base: 2.25,
  baselineP95Ms: 100,
};
const NOW_MS = RUNNING.enteredAtMs + 20 * MINUTE_MS;

function step(state: RolloutRecord | null, event: RolloutEvent, nowMs = NOW_MS, percentage = 9.75) {
  return transitionRollout(state, event, { nowMs, percentage, positions: POSITIONS });
}

/** What one node saw, a minute ago. */
function seen(more: Partial<ObservationSlice>, ageMs = MINUTE_MS): RolloutEvent {
  const slices = [{ startMs: NOW_MS - ageMs, ...emptySums(), ...more }];
  return { kind: 'observed', reports: [{ node: 'a', atMs: NOW_MS, slices }] };
}

const slow = (ms: number, count: number) => ({ latency: { [latencyBucket(ms)]: count } });

describe('a rollout', () => {
  it('[FLAG-3] starts with one school, and refuses to start twice', () => {
    const [state, actions] = transitionRollout(
      null,
      { kind: 'start' },
      { nowMs: 5, percentage: null, positions: POSITIONS },
    );
    expect(state).toMatchObject({ status: 'running', stage: 0, startedAtMs: 5, base: 0 });
    expect(actions).toEqual([{ kind: 'set-percentage', percentage: 0.25 }]);
    const again = step(state, { kind: 'start' });
    expect(again).toEqual([state, [{ kind: 'refuse', reason: 'A rollout is running already' }]]);
  });

  it.each([
    [
      'disconnects',
      { ends: 20, abnormalEnds: 16, screens: 30 },
      { ends: 20, abnormalEnds: 15, screens: 30 },
      '32.0 % of sockets ended abnormally while their screens went on polling; the limit is 30 % (16 of 50 in 15 minutes)',
    ],
    [
      'binding rejections',
      { screens: 50, rejected: 3 },
      { screens: 60, rejected: 3 },
      '6.0 % of screens refused a device; the limit is 5 % (3 of 50 in 15 minutes)',
    ],
    [
      'changes found by poll',
      { fetched: 100, found: 21 },
      { fetched: 100, found: 20 },
      '21.0 % of changes were found by a poll, not announced; the limit is 20 % (21 of 100 in 15 minutes)',
    ],
    [
      'latency',
      slow(400, 20),
      slow(285, 20),
      'p95 of snapshots is 404 ms; the limit is 300 ms (20 in 15 minutes)',
    ],
  ])('[FLAG-3] is halted by %s, says why, and switches its last stage off', (_, bad, good, why) => {
    expect(step(RUNNING, seen(good))).toEqual([RUNNING, []]);
    const [state, actions] = step(RUNNING, seen(bad));
    expect(state).toEqual({ status: 'halted', stage: 2, atMs: NOW_MS, why });
    expect(actions).toEqual([{ kind: 'set-percentage', percentage: 2.25 }]);
  });

  it.each([
    ['disconnects', { ends: 10, abnormalEnds: 10, screens: 9 }],
    ['binding rejections', { screens: 19, rejected: 19 }],
    ['changes found by poll', { fetched: 19, found: 19 }],
    ['latency', slow(3000, 19)],
  ])('[FLAG-3] is not halted by fewer than 20 events: %s', (_, few) => {
    expect(step(RUNNING, seen(few))).toEqual([RUNNING, []]);
  });

  it('[FLAG-3] bears a latency above 300 ms that is not twice the baseline', () => {
    const slower = { ...RUNNING, baselineP95Ms: 250 };
    expect(step(slower, seen(slow(450, 50)))[0]).toBe(slower);
    expect(step(slower, seen(slow(700, 50)))[0]).toMatchObject({ status: 'halted' });
  });

  it('[FLAG-3] takes its baseline from the quarter of an hour before it started', () => {
    const nowMs = RUNNING.startedAtMs + MINUTE_MS;
    const fresh = { ...RUNNING, enteredAtMs: RUNNING.startedAtMs, baselineP95Ms: null };
    const slice = { startMs: -MINUTE_MS, ...emptySums(), ...slow(200, 20) };
    const reports = [{ node: 'a', atMs: 0, slices: [slice] }];
    const [state] = step(fresh, { kind: 'observed', reports }, nowMs);
    expect(state).toMatchObject({ status: 'running', baselineP95Ms: expect.closeTo(204, 0) });
  });

  it('[FLAG-3] takes its baseline from its first window where nobody asked before', () => {
    const fresh = { ...RUNNING, baselineP95Ms: null };
    expect(step(fresh, seen(slow(200, 19)))[0]).toBe(fresh);
    const [state] = step(fresh, seen(slow(200, 20)));
    expect(state).toMatchObject({ status: 'running', baselineP95Ms: expect.closeTo(204, 0) });
  });

  it('[FLAG-3] judges 15 minutes, and nothing from before its stage had settled', () => {
    const bad = { screens: 50, rejected: 50 };
    expect(step(RUNNING, seen(bad, 15 * MINUTE_MS + 1))[0]).toBe(RUNNING);
    expect(step(RUNNING, seen(bad, 15 * MINUTE_MS))[0]).toMatchObject({ status: 'halted' });
    const young = { ...RUNNING, enteredAtMs: NOW_MS - SETTLE_MS - MINUTE_MS };
    expect(step(young, seen(bad, MINUTE_MS + 1))[0]).toBe(young);
    expect(step(young, seen(bad, MINUTE_MS))[0]).toMatchObject({ status: 'halted' });
  });

  it('[FLAG-3] goes on when a stage has been watched for its time, and not before', () => {
    const isOverAtMs = RUNNING.enteredAtMs + DAY_MS;
    const quiet: RolloutEvent = { kind: 'observed', reports: [] };
    expect(step(RUNNING, quiet, isOverAtMs - 1)).toEqual([RUNNING, []]);
    const [state, actions] = step(RUNNING, quiet, isOverAtMs);
    expect(state).toEqual({ ...RUNNING, stage: 3, enteredAtMs: isOverAtMs, base: 9.75 });
    expect(actions).toEqual([{ kind: 'set-percentage', percentage: 25 }]);
  });

  it('[FLAG-3] is done when its last stage has been watched', () => {
    const last = { ...RUNNING, stage: 5, base: 50 };
    const isOverAtMs = last.enteredAtMs + DAY_MS;
    const step = transitionRollout(
      last,
      { kind: 'observed', reports: [] },
      { nowMs: isOverAtMs, percentage: 100, positions: POSITIONS },
    );
    expect(step).toEqual([{ status: 'done', atMs: isOverAtMs }, []]);
  });

  it('[FLAG-3] is advanced and halted by hand', () => {
    expect(step(RUNNING, { kind: 'advance' })[0]).toMatchObject({ stage: 3, enteredAtMs: NOW_MS });
    const [state, actions] = step(RUNNING, { kind: 'halt', why: 'Friday' });
    expect(state).toMatchObject({ status: 'halted', why: 'Friday' });
    expect(actions).toEqual([{ kind: 'set-percentage', percentage: 2.25 }]);
  });

  it('[FLAG-3] that was halted is started again with the stage that was switched off', () => {
    const [halted] = step(RUNNING, { kind: 'halt', why: 'Friday' });
    const [state, actions] = step(halted, { kind: 'start' }, NOW_MS, 2.25);
    expect(state).toMatchObject({ status: 'running', stage: 2, base: 2.25, baselineP95Ms: null });
    expect(actions).toEqual([{ kind: 'set-percentage', percentage: 9.75 }]);
  });

  it('refuses what makes no sense, and says so', () => {
    const halted: RolloutRecord = { status: 'halted', stage: 1, atMs: 1, why: 'x' };
    for (const state of [null, halted, { status: 'done', atMs: 1 } as const]) {
      for (const event of [{ kind: 'advance' }, { kind: 'halt', why: 'y' }] as const) {
        const refusal = { kind: 'refuse', reason: 'No rollout is running' };
        expect(step(state, event)).toEqual([state, [refusal]]);
      }
      expect(step(state, seen({ screens: 99, rejected: 99 }))).toEqual([state, []]);
    }
    const [, actions] = step(null, { kind: 'start' }, NOW_MS, 100);
    expect(actions).toEqual([
      { kind: 'refuse', reason: 'Realtime is on for every school already' },
    ]);
  });
});
