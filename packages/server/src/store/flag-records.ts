import * as v from 'valibot';

/** Where a rollout stands (FLAG-3). Instants are ms since the epoch; stages count from 0. */
export const rolloutSchema = v.variant('status', [
  v.object({
    status: v.literal('running'),
    stage: v.number(),
    startedAtMs: v.number(),
    /** When this stage began. */
    enteredAtMs: v.number(),
    /** The percentage before this stage: what a halt goes back to. */
    base: v.number(),
    /** Of the time before the rollout; `null` until enough has been observed. */
    baselineP95Ms: v.nullable(v.number()),
  }),
  v.object({
    status: v.literal('halted'),
    /** The one that was switched off. */
    stage: v.number(),
    atMs: v.number(),
    why: v.string(),
  }),
  v.object({ status: v.literal('done'), atMs: v.number() }),
]);

export type RolloutRecord = v.InferOutput<typeof rolloutSchema>;

/**
 * What decides on realtime for schools without a say of their own (FLAG-1), and the rollout that
 * moves its percentage: one record, so that both change in one conditional write.
 */
export const flagsSchema = v.object({
  /** Advances by one with every change, from 0 in a new store. */
  version: v.number(),
  isKilled: v.boolean(),
  /** From 0 to 100, with fractions; `null`: no say. */
  percentage: v.nullable(v.number()),
  fallback: v.picklist(['on', 'off']),
  /** `null`: there has been none. */
  rollout: v.nullable(rolloutSchema),
});

export type FlagsRecord = v.InferOutput<typeof flagsSchema>;

/** Of a new installation: realtime is off (FLAG-1). */
export const INITIAL_FLAGS: FlagsRecord = {
  version: 0,
  isKilled: false,
  percentage: null,
  fallback: 'off',
  rollout: null,
};

/** One change of a flag, as the history keeps it (FLAG-2). */
export const flagChangeSchema = v.object({
  atMs: v.number(),
  /** The name of an administrator's key, or `rollout`. */
  by: v.string(),
  flag: v.picklist(['kill-switch', 'school', 'percentage', 'default', 'rollout']),
  from: v.string(),
  to: v.string(),
  /** What whoever changed it gave as the reason. */
  why: v.exactOptional(v.string()),
});

export type FlagChange = v.InferOutput<typeof flagChangeSchema>;

/** Writes of flags that each history remembers: the installation's, and each school's own. */
export const KEPT_FLAG_CHANGES = 100;
