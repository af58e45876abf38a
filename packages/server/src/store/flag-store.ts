import type { FlagChange, FlagsRecord } from './flag-records.js';
import type { ObservationRecord } from './observation-records.js';

/** Who asks to be the one that drives the rollout. */
export interface LeaseRequest {
  readonly node: string;
  /** The wall clock of the node that asks; those of nodes may differ by seconds. */
  readonly nowMs: number;
  readonly durationMs: number;
}

/** The part of the store that flags and the rollout stand on. It fails as `Store` does. */
export interface FlagStore {
  flags(): Promise<FlagsRecord>;
  /**
   * Replaces the flags if `flags.version` is one more than the stored one, and remembers the changes
   * in the same write.
   * @param changes newest first.
   * @returns `false` if somebody else was first; nothing was written.
   */
  writeFlags(flags: FlagsRecord, changes: readonly FlagChange[]): Promise<boolean>;
  /**
   * Newest first; the last `KEPT_FLAG_CHANGES` writes.
   * @param schoolId of the school's own say; absent: of what holds for all.
   */
  flagHistory(schoolId?: string): Promise<readonly FlagChange[]>;

  /** One conditional write. @returns whether the lease is the node's for this long. */
  takeRolloutLease(request: LeaseRequest): Promise<boolean>;
  /** Replaces the node's last report, and forgets those from before an instant. No counter advances. */
  reportObservations(report: ObservationRecord, forgetBeforeMs: number): Promise<void>;
  /** Of all nodes that report, in no order. */
  observations(): Promise<readonly ObservationRecord[]>;
}
