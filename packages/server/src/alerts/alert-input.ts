import { alertSchema, type Checked, check } from '@hallboard/shared';
import * as v from 'valibot';
import { DEFAULT_ALERT_MS } from '../content/bodies/snapshot-items.js';
import type { RaisedAlert } from '../store/raised-alert.js';

/** ALERT-1: no alert lasts longer. */
const MAX_ALERT_MS = 24 * 3_600_000;

const { kind, groups, title, instruction, expiresAt } = alertSchema.entries;

/** What an administrator says of a new alert. */
export const alertInputSchema = v.strictObject({
  kind,
  title,
  instruction,
  /** The groups of screens that show it. @default [] which means all. */
  groups: v.optional(groups, () => []),
  /** Ms since the epoch. */
  expiresAt: v.exactOptional(expiresAt),
  /** Instead of `expiresAt`, for who does not trust an own clock. @default 2 h */
  lastsMs: v.exactOptional(v.pipe(v.number(), v.safeInteger())),
  /** @default false */
  drill: v.optional(v.boolean(), false),
});

/** Reads what an administrator says of a new alert, which begins now. */
export function readAlert(input: unknown, id: string, nowMs: number): Checked<RaisedAlert> {
  const checked = check(alertInputSchema, input);
  if (!checked.ok) return checked;
  const { lastsMs, expiresAt = nowMs + (lastsMs ?? DEFAULT_ALERT_MS), ...alert } = checked.value;
  if (checked.value.expiresAt !== undefined && lastsMs !== undefined) {
    return { ok: false, violations: [{ path: 'lastsMs', message: 'excludes expiresAt' }] };
  }
  if (expiresAt <= nowMs || expiresAt > nowMs + MAX_ALERT_MS) {
    const message = 'must end within the next 24 hours';
    const path = lastsMs === undefined ? 'expiresAt' : 'lastsMs';
    return { ok: false, violations: [{ path, message }] };
  }
  return { ok: true, value: { ...alert, id, startsAt: nowMs, expiresAt } };
}
