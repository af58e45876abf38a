import * as v from 'valibot';
import { type RaisedAlert, raisedAlertsSchema } from '../store/raised-alert.js';
import type { Store } from '../store/store.js';
import { StoreUnavailableError } from '../store/store-unavailable-error.js';

/** The one record of all alerts for all schools (ALERT-1). */
const DOCUMENT = 'alerts-for-all';
/** Others may write in between so often before a change gives up. */
const MAX_ATTEMPTS = 10;

const textSchema = v.pipe(v.string(), v.parseJson(), raisedAlertsSchema);

/** @returns those that are not over. */
export async function readAlertsForAll(
  store: Store,
  nowMs: number,
): Promise<readonly RaisedAlert[]> {
  const document = await store.document(DOCUMENT);
  const alerts = document === undefined ? [] : v.parse(textSchema, document.text);
  return alerts.filter(({ expiresAt }) => expiresAt > nowMs);
}

/**
 * @param change is asked again if somebody else was first; `undefined` leaves them as they are.
 * @returns whether anything was changed.
 * @throws StoreUnavailableError also if others were first every time.
 */
export async function changeAlertsForAll(
  store: Store,
  nowMs: number,
  change: (alerts: readonly RaisedAlert[]) => readonly RaisedAlert[] | undefined,
): Promise<boolean> {
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    const document = await store.document(DOCUMENT);
    const held = document === undefined ? [] : v.parse(textSchema, document.text);
    const alerts = change(held.filter(({ expiresAt }) => expiresAt > nowMs));
    if (alerts === undefined) return false;
    const text = JSON.stringify(alerts);
    if (await store.writeDocument(DOCUMENT, text, document?.version ?? 0)) return true;
  }
  throw new StoreUnavailableError(`others wrote ${MAX_ATTEMPTS} times in a row`);
}
