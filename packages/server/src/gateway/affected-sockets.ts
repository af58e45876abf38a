import type { ServedSchool } from '../serving/served.js';

/** How a school's sockets are shared out. */
export interface Sharing {
  /** Whether any number of devices may show each screen of the school (BIND-3). */
  readonly isMultiDevice: boolean;
  /** Among which its sockets are shared out, this one included. */
  readonly nodes: number;
}

export interface AffectedOptions extends Sharing {
  /** Joined sockets of this node that are to be told. */
  readonly here: number;
  readonly school: ServedSchool;
  /** Screens that are to be told. @default all of the school */
  readonly screens?: ReadonlySet<string>;
}

/**
 * How many sockets of all nodes hear of a change, for its window (WS-8). What others have is not
 * asked of them: it is at most the bound screens, which every node knows. Of a school that any number
 * of devices may show, each node takes the others to have as many as it has itself: where they have
 * not, it lets its own ask at its share of the pace, so that all together keep to it.
 */
export function affectedSockets(options: AffectedOptions): number {
  const { here, school, screens, isMultiDevice, nodes } = options;
  if (nodes === 1) return here;
  let bound = 0;
  for (const [id, { record }] of school.screens) {
    const isTold = screens === undefined || screens.has(id);
    if (isTold && record.deviceId !== undefined && record.revokedAtMs === undefined) bound += 1;
  }
  return Math.max(isMultiDevice ? here * nodes : here, bound);
}
