/** The server's clocks and timers, injected so that tests move them by hand. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  wallMs(): number;
  /** Milliseconds since an arbitrary start; never decreases. */
  monotonicMs(): number;
  /** Calls `run` once after `delayMs`. Does not keep the process alive. @returns cancels. */
  setTimer(delayMs: number, run: () => void): () => void;
}
