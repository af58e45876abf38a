import type { Cancel } from '../ports/clock.js';
import { EventQueue, type QueuedEvent } from './event-queue.js';

/** Tuesday, 24 November 2026, 00:00 UTC: where time starts unless told otherwise. */
export const SAMPLE_MIDNIGHT_MS = 1_795_478_400_000;

/**
 * True time, which only moves when it is told to, and all that happens in it, in one order. Devices
 * (`ManualClock`) and the server (`FakeServer`) of one simulation share one timeline.
 */
export class Timeline {
  private currentMs: number;
  private readonly queue = new EventQueue();

  /** @param startMs since the Unix epoch. @default SAMPLE_MIDNIGHT_MS */
  constructor(startMs = SAMPLE_MIDNIGHT_MS) {
    this.currentMs = startMs;
  }

  /** True time, ms since the Unix epoch. */
  get nowMs(): number {
    return this.currentMs;
  }

  /**
   * Runs `run` once at `dueMs`, or as soon as time moves if that has passed. Everything happens at
   * a whole millisecond; what is due at the same one keeps its order.
   */
  at(dueMs: number, run: () => void): Cancel {
    const event: QueuedEvent = { dueMs: Math.ceil(Math.max(dueMs, this.currentMs)), order: 0, run };
    this.queue.push(event);
    return () => {
      event.run = undefined;
    };
  }

  after(delayMs: number, run: () => void): Cancel {
    return this.at(this.currentMs + delayMs, run);
  }

  /** Lives through the next `durationMs`, running everything that is due on the way. */
  advance(durationMs: number): void {
    const endMs = this.currentMs + durationMs;
    while (this.step(endMs));
    this.currentMs = endMs;
  }

  /**
   * Advances from event to event until `condition` holds.
   * @returns false if it did not within `withinMs`.
   */
  advanceUntil(condition: () => boolean, withinMs: number): boolean {
    const endMs = this.currentMs + withinMs;
    while (!condition()) {
      if (this.step(endMs)) continue;
      this.currentMs = endMs;
      return condition();
    }
    return true;
  }

  /** Runs the next event that is due by `endMs`. @returns false if there is none. */
  private step(endMs: number): boolean {
    const next = this.queue.peek();
    if (next === undefined || next.dueMs > endMs) return false;
    this.queue.pop();
    this.currentMs = next.dueMs;
    const { run } = next;
    next.run = undefined;
    run?.();
    return true;
  }
}
