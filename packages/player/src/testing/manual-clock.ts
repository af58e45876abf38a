import type { Cancel, Clock } from '../ports/clock.js';
import { Timeline } from './timeline.js';

export interface ManualClockOptions {
  /** Shared with the server and the other devices of a simulation. @default a new one */
  readonly timeline?: Timeline;
  /** How far the device's wall clock is ahead of true time. @default 0 */
  readonly wallErrorMs?: number;
  /** How much too fast the device's oscillator runs, in parts per million. @default 0 */
  readonly driftPpm?: number;
}

/**
 * A device's clocks, moved by hand. They run with the timeline, except that `sleep` stops the
 * monotonic one, and every timer with it, as TVs do; `suspend` stops the timers alone, as browsers
 * do to pages; and `jumpWall` moves the wall clock alone.
 */
export class ManualClock implements Clock {
  readonly timeline: Timeline;
  private readonly rate: number;
  private readonly startMs: number;
  private wallErrorMs: number;
  /** The monotonic clock stands still until then. */
  private sleepsUntilMs: number;
  private sleptMs = 0;
  private suspendedUntilMs = 0;

  constructor(options: ManualClockOptions = {}) {
    this.timeline = options.timeline ?? new Timeline();
    this.rate = 1 + (options.driftPpm ?? 0) / 1e6;
    this.startMs = this.timeline.nowMs;
    this.sleepsUntilMs = this.startMs;
    this.wallErrorMs = options.wallErrorMs ?? 0;
  }

  monotonicMs(): number {
    return this.monotonicAt(Math.max(this.timeline.nowMs, this.sleepsUntilMs));
  }

  wallMs(): number {
    const passedMs = this.timeline.nowMs - this.startMs;
    return this.startMs + passedMs * this.rate + this.wallErrorMs;
  }

  /** Fires at the first whole millisecond of true time at which the delay has passed. */
  setTimer(delayMs: number, run: () => void): Cancel {
    const dueMs = this.monotonicMs() + Math.max(delayMs, 0);
    let cancel: Cancel;
    const fire = (): void => {
      // The device may have slept since the timer was set.
      if (!this.isRunning) cancel = this.timeline.at(this.runsFromMs, fire);
      else if (this.monotonicMs() < dueMs) cancel = this.atMonotonic(dueMs, fire);
      else run();
    };
    cancel = this.atMonotonic(dueMs, fire);
    return () => cancel();
  }

  /** Whether anything on the device can run: it neither sleeps nor is suspended. */
  get isRunning(): boolean {
    return this.timeline.nowMs >= this.runsFromMs;
  }

  /** Moves true time, and everything that shares the timeline. */
  advance(durationMs: number): void {
    this.timeline.advance(durationMs);
  }

  /**
   * Puts the device to sleep for the next `durationMs` of the timeline: nothing on it runs until
   * then. Whoever moves the timeline lives through it.
   */
  sleep(durationMs: number): void {
    const nowMs = this.timeline.nowMs;
    const wakesAtMs = Math.max(this.sleepsUntilMs, nowMs + durationMs);
    this.sleptMs += wakesAtMs - Math.max(this.sleepsUntilMs, nowMs);
    this.sleepsUntilMs = wakesAtMs;
  }

  /** Stops the page's timers for the next `durationMs`; both clocks go on. */
  suspend(durationMs: number): void {
    this.suspendedUntilMs = Math.max(this.suspendedUntilMs, this.timeline.nowMs + durationMs);
  }

  /** Sets the device's wall clock ahead by `byMs`, or back if that is negative. */
  jumpWall(byMs: number): void {
    this.wallErrorMs += byMs;
  }

  /** Runs `run` now, or once the device runs again: what arrives for a sleeping one waits. */
  whenRunning(run: () => void): void {
    if (this.isRunning) run();
    else this.timeline.at(this.runsFromMs, () => this.whenRunning(run));
  }

  private get runsFromMs(): number {
    return Math.max(this.sleepsUntilMs, this.suspendedUntilMs);
  }

  private atMonotonic(dueMs: number, run: () => void): Cancel {
    const awakeMs = Math.max(this.timeline.nowMs, this.sleepsUntilMs);
    const trueMs = Math.ceil(awakeMs + (dueMs - this.monotonicAt(awakeMs)) / this.rate);
    // The division may have been rounded down.
    return this.timeline.at(this.monotonicAt(trueMs) < dueMs ? trueMs + 1 : trueMs, run);
  }

  /** The monotonic clock at a true time at which the device is awake. */
  private monotonicAt(trueMs: number): number {
    return (trueMs - this.startMs - this.sleptMs) * this.rate;
  }
}
