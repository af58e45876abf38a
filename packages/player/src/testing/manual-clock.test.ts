import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ManualClock } from './manual-clock.js';
import { SAMPLE_MIDNIGHT_MS, Timeline } from './timeline.js';

describe('ManualClock', () => {
  it('starts its monotonic clock at zero and its wall clock at true time', () => {
    const clock = new ManualClock();
    expect([clock.monotonicMs(), clock.wallMs()]).toEqual([0, SAMPLE_MIDNIGHT_MS]);
    clock.advance(1_500);
    expect([clock.monotonicMs(), clock.wallMs()]).toEqual([1_500, SAMPLE_MIDNIGHT_MS + 1_500]);
  });

  it('has a wall clock that may be wrong, and may jump alone', () => {
    const clock = new ManualClock({ wallErrorMs: -5_000 });
    clock.jumpWall(2_000);
    expect(clock.wallMs()).toBe(SAMPLE_MIDNIGHT_MS - 3_000);
    expect(clock.monotonicMs()).toBe(0);
  });

  it('stops the monotonic clock and every timer while it sleeps', () => {
    const clock = new ManualClock();
    const ran: number[] = [];
    clock.setTimer(500, () => ran.push(clock.timeline.nowMs - SAMPLE_MIDNIGHT_MS));
    clock.advance(200);
    clock.sleep(10_000);
    clock.setTimer(100, () => ran.push(clock.timeline.nowMs - SAMPLE_MIDNIGHT_MS));
    clock.advance(10_000);
    expect(ran).toEqual([]);
    expect(clock.monotonicMs()).toBe(200);
    clock.advance(1_000);
    expect(ran).toEqual([10_300, 10_500]);
    expect(clock.monotonicMs()).toBe(1_200);
    expect(clock.wallMs()).toBe(SAMPLE_MIDNIGHT_MS + 11_200);
  });

  it('stops the timers alone while it is suspended', () => {
    const clock = new ManualClock();
    const ran: number[] = [];
    clock.setTimer(500, () => ran.push(clock.monotonicMs()));
    clock.suspend(60_000);
    clock.advance(59_999);
    expect(ran).toEqual([]);
    expect(clock.monotonicMs()).toBe(59_999);
    clock.advance(1);
    expect(ran).toEqual([60_000]);
  });

  it('keeps what arrives until it runs again', () => {
    const clock = new ManualClock();
    const ran: string[] = [];
    clock.whenRunning(() => ran.push('awake'));
    clock.sleep(1_000);
    clock.whenRunning(() => ran.push('asleep'));
    expect(ran).toEqual(['awake']);
    clock.advance(1_000);
    expect(ran).toEqual(['awake', 'asleep']);
  });

  it('cancels a timer, also one that a sleep has put off', () => {
    const clock = new ManualClock();
    const cancel = clock.setTimer(500, () => expect.unreachable());
    clock.sleep(1_000);
    clock.advance(700);
    cancel();
    clock.advance(5_000);
  });

  it('never fires a timer before its delay has passed, whatever befalls the device', () => {
    const befalling = fc.record({
      kind: fc.constantFrom('advance', 'sleep', 'suspend'),
      ms: fc.nat(2_000),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: -200, max: 200 }),
        fc.array(fc.double({ min: 0, max: 5_000, noNaN: true }), { minLength: 1, maxLength: 20 }),
        fc.array(befalling, { maxLength: 20 }),
        (driftPpm, delays, steps) => {
          const clock = new ManualClock({ timeline: new Timeline(), driftPpm });
          const early: number[] = [];
          let fired = 0;
          for (const delayMs of delays) {
            const dueMs = clock.monotonicMs() + delayMs;
            clock.setTimer(delayMs, () => {
              fired += 1;
              if (clock.monotonicMs() < dueMs) early.push(dueMs - clock.monotonicMs());
            });
          }
          for (const { kind, ms } of steps) {
            if (kind === 'sleep') clock.sleep(ms);
            else if (kind === 'suspend') clock.suspend(ms);
            else clock.advance(ms);
          }
          clock.advance(100_000);
          expect(early).toEqual([]);
          expect(fired).toBe(delays.length);
        },
      ),
    );
  });
});
