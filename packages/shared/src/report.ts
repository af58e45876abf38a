import * as v from 'valibot';
import { idSchema, instantSchema } from './primitives.js';
import { revisionSchema } from './revision.js';

const nameSchema = v.pipe(v.string(), v.maxLength(64));
const countSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/**
 * What a player knows of itself (OBS-3, HTTP-8). Its engine is in the request's `User-Agent`.
 * Fields are only added (SNAP-7), and a server steps over those it does not know.
 */
export const screenReportSchema = v.object({
  /** The revision that is painted. */
  revision: revisionSchema,
  /** When it was painted first since this start; true time, ms since the epoch. */
  paintedAt: instantSchema,
  /** Where snapshots are kept (STORE-1); absent while the storage has not answered. */
  storage: v.exactOptional(nameSchema),
  /** The device's wall clock minus true time, ms. */
  clockOffsetMs: v.pipe(v.number(), v.safeInteger()),
  /** Starts that the device remembers, this one included. */
  boots: v.exactOptional(countSchema),
  /** The newest refresh that failed since this start. */
  lastError: v.exactOptional(v.object({ code: nameSchema, at: instantSchema })),
  /** Items of kinds that this player does not know (SNAP-7). */
  skippedItems: countSchema,
  /** Alerts that this start has painted, newest last (ALERT-3). */
  alerts: v.pipe(v.array(v.object({ id: idSchema, paintedAt: instantSchema })), v.maxLength(20)),
  /** Whether the device lets the player be heard, where it knows. */
  soundAudible: v.exactOptional(v.boolean()),
  /** The build of the page around the player. */
  build: v.exactOptional(nameSchema),
});

export type ScreenReport = v.InferOutput<typeof screenReportSchema>;
