import type { PlayerEmitter } from './player-events.js';
import type { PlayerStatus } from './player-status.js';

/** A screen that is being shown. */
export interface Player {
  /** Listens to one kind of event. @returns stops listening. */
  readonly on: PlayerEmitter['on'];
  /** How it is doing at this moment. */
  status(): PlayerStatus;
  /**
   * Asks the server for something newer now. Needed by nobody, since the player asks by itself; as
   * often as it is called, no more is asked than a screen may (P-4).
   */
  refresh(): void;
  /** For the page around the player: whether it would start without a network (P-1). */
  setShellStored(isStored: boolean): void;
  /** For the page around the player: what went wrong there, for the screen's report (OBS-3). */
  notePageError(code: string): void;
  /** Whether a reload would disturb nobody: no alert, and no bell within 3 minutes (UPD-2). */
  isQuiet(): boolean;
  /** Whether school is out as well: no lesson or break within an hour (UPD-4). */
  isOutOfHours(): boolean;
  /** Whether it has painted lately, as it does each second while the page is seen (UPD-4). */
  isPainting(): boolean;
  /** Stops everything and empties the container. Idempotent. */
  close(): void;
}
