/** Stops whatever it was handed out for. Calling it again, or too late, does nothing. */
export type Cancel = () => void;

/**
 * The device's two clocks and its timers. The monotonic clock never jumps but may stop while the
 * device sleeps; the wall clock goes on but may be wrong, and may jump (TIME-1).
 */
export interface Clock {
  /** Milliseconds since an arbitrary start; never decreases. */
  monotonicMs(): number;
  /** Milliseconds since the Unix epoch, as far as the device knows. */
  wallMs(): number;
  /** Calls `run` once, no earlier than `delayMs` from now. */
  setTimer(delayMs: number, run: () => void): Cancel;
}
