import type { Revision, ScreenInfo } from '@hallboard/shared';
import type { Cancel } from './clock.js';

/** A stored snapshot: the raw text with its checksum, complete in itself (STORE-2). */
export interface Generation {
  /** Rises by one with each save; boot takes the highest that verifies. */
  readonly seq: number;
  readonly revision: Revision;
  readonly etag: string;
  /** The snapshot as it was received. */
  readonly body: string;
  /** Of `body`, as `checksum()` of the core makes it. */
  readonly checksum: string;
  readonly screen: ScreenInfo;
}

/** Small facts that outlive a restart. */
export interface Memory {
  /** True time when it was last known, ms since the epoch (TIME-1). */
  readonly lastTrueMs?: number;
  /** Server time minus the device's wall clock, ms, at `lastTrueMs`. */
  readonly wallOffsetMs?: number;
  /** Starts so far, the last one included (OBS-3). */
  readonly boots?: number;
}

/** Where snapshots are kept, best first (STORE-1). */
export const STORAGE_RUNGS = [
  'worker-and-database',
  'database',
  'local-storage',
  'memory',
] as const;
export type StorageRung = (typeof STORAGE_RUNGS)[number];

export interface Stored {
  readonly rung: StorageRung;
  /** As found, in any order and unverified; at most two from each place that keeps them. */
  readonly generations: readonly Generation[];
  readonly memory: Memory;
}

/** `again`: it has been written down before. `failed`: it may or may not be by now. */
export type RingClaim = 'first' | 'again' | 'failed';

/**
 * Keeps two generations per token (STORE-2). Implementations may be slow, full or broken: `done`
 * then brings what there is, and the core waits no longer than its own deadline (STORE-3).
 */
export interface SnapshotStore {
  /** Calls `done` at most once. Never throws. */
  load(done: (stored: Stored) => void): Cancel;
  /**
   * Writes into the slot that does not hold the newest verified generation, `keep`. A write that
   * fails leaves what was there.
   * @param keep the `seq` that must survive this write, if there is one.
   */
  save(generation: Generation, keep: number | undefined, done: (saved: boolean) => void): Cancel;
  /**
   * Writes down that something is about to sound, once for all tabs and all starts of this screen:
   * of several that ask at the same time one is the first, and leads (TIME-3). The record is
   * bounded.
   */
  claimRing(key: string, done: (claim: RingClaim) => void): Cancel;
  /** Replaces the small facts. */
  remember(memory: Memory, done: (saved: boolean) => void): Cancel;
}
