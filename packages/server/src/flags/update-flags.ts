import type { FlagChange, FlagsRecord } from '../store/flag-records.js';
import type { FlagStore } from '../store/flag-store.js';
import { StoreUnavailableError } from '../store/store-unavailable-error.js';

/** How often somebody else may be first before whoever changes a flag is asked to come back. */
const MAX_ATTEMPTS = 10;

/** What is to be written, without `version`: it is the next one. */
export interface FlagEdit {
  readonly flags: Partial<Omit<FlagsRecord, 'version'>>;
  readonly changes: readonly FlagChange[];
}

/**
 * Reads the flags, and writes what `edit` makes of them; anew where somebody else was first, so that
 * nobody's change is overwritten by one that had not seen it.
 *
 * @param edit returns `undefined` to leave them; may throw.
 * @returns the flags as they are now, and whether that is by this edit.
 * @throws StoreUnavailableError if the store cannot answer, or the flags never hold still.
 */
export async function updateFlags(
  store: FlagStore,
  edit: (flags: FlagsRecord) => FlagEdit | undefined,
): Promise<{ readonly flags: FlagsRecord; readonly isWritten: boolean }> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const flags = await store.flags();
    const edited = edit(flags);
    if (edited === undefined) return { flags, isWritten: false };
    const next = { ...flags, ...edited.flags, version: flags.version + 1 };
    if (await store.writeFlags(next, edited.changes)) return { flags: next, isWritten: true };
  }
  throw new StoreUnavailableError('The flags changed during every attempt to change them');
}
