import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CORE_CONFIG } from './config.js';
import { initialState } from './initial-state.js';
import {
  holdBack,
  scheduleAfterAnswer,
  scheduleAfterGap,
  scheduleNext,
  scheduleWake,
  scheduleWanted,
} from './scheduler.js';
import { TestScreen } from './screen.fixture.js';
import { beginTurn, type Turn } from './turn.js';

const NOON = 1_795_521_600_000;

function turnAt(at: number, seed = 1): Turn {
  const state = initialState(DEFAULT_CORE_CONFIG, seed, at, NOON);
  return beginTurn(state, { at, wallMs: NOON, event: { kind: 'started' } });
}

describe('scheduleNext', () => {
  it('[POLL-1] can only move the next refresh earlier', () => {
    const turn = turnAt(1_000);
    scheduleNext(turn, 5_000);
    scheduleNext(turn, 9_000);
    expect(turn.state.timers.refresh).toBe(6_000);
    scheduleNext(turn, 500);
    expect(turn.state.timers.refresh).toBe(1_500);
  });

  it('[POLL-1] nothing that schedules moves it later, in whatever order', () => {
    const want = { revision: 'a.2', screenVersion: undefined, spreadMs: 9_000, urgent: false };
    const schedule: readonly ((turn: Turn) => void)[] = [
      (turn) => scheduleNext(turn, 20_000),
      (turn) => scheduleAfterAnswer(turn, 'no-news'),
      (turn) => scheduleWanted(turn, want),
      (turn) => scheduleWanted(turn, { ...want, urgent: true }),
      scheduleWake,
      scheduleAfterGap,
      (turn) => holdBack(turn, 60_000),
    ];
    fc.assert(
      fc.property(
        fc.nat(),
        fc.array(fc.nat(schedule.length - 1), { minLength: 2 }),
        (seed, order) => {
          const turn = turnAt(1_000, seed);
          scheduleNext(turn, 30_000);
          let earliest = 31_000;
          for (const index of order) {
            schedule[index]?.(turn);
            const { refresh = Infinity } = turn.state.timers;
            expect(refresh).toBeLessThanOrEqual(earliest);
            earliest = refresh;
          }
        },
      ),
    );
  });
});

it('[POLL-1] an invalidate with a wide window leaves a poll that is due sooner where it is', () => {
  const screen = new TestScreen({ server: { gateway: { spreadMs: 10_000 } } }).startLive();
  const isDueSoon = (): boolean =>
    screen.state.network.kind === 'idle' && screen.nextRefreshMs <= 1_500;
  screen.until(isDueSoon, 20_000);
  const dueMs = screen.state.timers.refresh;
  screen.server.publish();
  screen.advance(100);
  expect(screen.state.poll.want?.revision).toBe('sample.2');
  expect(screen.state.timers.refresh).toBe(dueMs);
  screen.until(() => screen.shown === 'sample.2', 1_500);
});
