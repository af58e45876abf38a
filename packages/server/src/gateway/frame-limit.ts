const MAX_FRAMES = 24;
const WINDOW_MS = 5000;

/** Counts the frames of one client: more than 24 in 5 s are too many (WS-2). */
export class FrameLimit {
  /** When the last frames came, the oldest first: few, since honest clients say little. */
  readonly #times: number[] = [];

  /** @param nowMs monotonic. @returns whether one more frame is within the limit. */
  allows(nowMs: number): boolean {
    this.#times.push(nowMs);
    while ((this.#times[0] ?? nowMs) <= nowMs - WINDOW_MS) this.#times.shift();
    return this.#times.length <= MAX_FRAMES;
  }
}
