import { updateFlags } from '../flags/update-flags.js';
import type { FlagsRecord } from '../store/flag-records.js';
import type { Store } from '../store/store.js';

/** Changes flags behind everybody's back: no bus tells of it, and the history keeps nothing. */
export async function writeFlags(
  store: Store,
  flags: Partial<Omit<FlagsRecord, 'version'>>,
): Promise<void> {
  await updateFlags(store, () => ({ flags, changes: [] }));
}

/** Realtime on or off for schools without a say of their own. */
export function setRealtimeDefault(store: Store, on: boolean): Promise<void> {
  return writeFlags(store, { fallback: on ? 'on' : 'off' });
}
