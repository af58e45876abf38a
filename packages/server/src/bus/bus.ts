import type { CommandName } from '@hallboard/shared';

/** A word for one screen, to whatever node has its socket (WS-2). */
export interface ScreenCommand {
  readonly id: string;
  readonly screenId: string;
  readonly name: CommandName;
}

/** Something changed; what, is read from the store. A lost one costs a sweep (SRV-8). */
export interface ChangeNotice {
  /** Absent: something of the whole installation, such as a flag's default. */
  readonly schoolId?: string;
  /** Set for an alert, which bypasses coalescing (ALERT-2). */
  readonly urgent: boolean;
  /** Set: nothing changed, and this is for one of the school's screens. A lost one is lost. */
  readonly command?: ScreenCommand;
}

/** Carries word of changes between nodes, and to the node itself. At most once, in no order. */
export interface Bus {
  /** Never throws and never waits; a notice that cannot be sent is lost. */
  publish(notice: ChangeNotice): void;
  /** @returns unsubscribes. */
  subscribe(listener: (notice: ChangeNotice) => void): () => void;
  /** Whether the other nodes can be heard, as far as is known. */
  readonly isConnected: boolean;
  /** How many nodes hear what is published, this one included, as far as is known; at least 1. */
  readonly nodes: number;
  /** Idempotent. */
  close(): Promise<void>;
}
