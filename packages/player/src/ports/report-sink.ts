import type { ScreenReport } from '@hallboard/shared';
import type { Cancel } from './clock.js';
import type { Credentials } from './snapshot-source.js';

/** `unsupported`: the server takes no reports. */
export type ReportOutcome = 'taken' | 'failed' | 'unsupported';

/** Where a player says what it knows of itself (OBS-3). Losing a report loses nothing else. */
export interface ReportSink {
  /** Calls `done` exactly once, asynchronously, unless cancelled first. Never throws. */
  send(
    report: ScreenReport,
    credentials: Credentials,
    done: (outcome: ReportOutcome) => void,
  ): Cancel;
}
