import * as v from 'valibot';

/** What one node saw of the schools in a rollout within a minute (FLAG-3). */
export const sliceSchema = v.object({
  /** A whole minute, by the node's wall clock, ms since the epoch. */
  startMs: v.number(),
  /** Sockets that ended, for whatever reason. */
  ends: v.number(),
  /** Those of them that nobody ended on purpose, and whose screens went on polling. */
  abnormalEnds: v.number(),
  /** Screens that were heard of; each once in a window. */
  screens: v.number(),
  /** Screens at which a device was refused; each once in a window. */
  rejected: v.number(),
  /** Changes that screens fetched, told by a socket or found by a poll. */
  fetched: v.number(),
  /** Changes that a poll found, although the screen should have had a socket. */
  found: v.number(),
  /** Snapshot requests by bucket of latency; of all schools. */
  latency: v.record(v.string(), v.number()),
});

export type ObservationSlice = v.InferOutput<typeof sliceSchema>;

/** A node's last minutes, newest last. Each report of a node replaces its last. */
export const observationSchema = v.object({
  /** Names the process; another start is another node. */
  node: v.string(),
  atMs: v.number(),
  slices: v.array(sliceSchema),
});

export type ObservationRecord = v.InferOutput<typeof observationSchema>;
