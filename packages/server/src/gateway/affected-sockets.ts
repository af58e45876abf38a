import type { ServedSchool } from '../serving/served.js';

export interface AffectedOptions {
  /** Joined sockets of this node that are to be told. */
  readonly here: number;
  readonly school: ServedSchool;
  /** Screens that are to be told. @default all of the school */
  readonly screens?: ReadonlySet<string>;
  /** Whether other nodes may have sockets of the same school. */
  readonly isShared: boolean;
}

/**
 * How many sockets of all nodes hear of a change, for its window (WS-8). What others have is not
 * asked of them: it is at most the bound screens, which every node knows. Only a school that any
 * number of devices may show has more, of which a node knows its own.
 */
export function affectedSockets({ here, school, screens, isShared }: AffectedOptions): number {
  if (!isShared) return here;
  let bound = 0;
  for (const [id, { record }] of school.screens) {
    const isTold = screens === undefined || screens.has(id);
    if (isTold && record.deviceId !== undefined && record.revokedAtMs === undefined) bound += 1;
  }
  return Math.max(here, bound);
}
