import type { Cancel } from './clock.js';

/** Where the player's own texts in other languages than English come from. */
export interface MessageSource {
  /**
   * Calls `done` at most once, asynchronously, with a decoded catalogue. Never throws; where there
   * is no answer, or a foreign one, nothing is called.
   */
  request(url: string, done: (catalogue: unknown) => void): Cancel;
}
