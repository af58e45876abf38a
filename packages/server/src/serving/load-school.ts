import type { Store } from '../store/store.js';
import { StoreUnavailableError } from '../store/store-unavailable-error.js';
import type { LoadedSchool } from './served.js';

/** Publishes that arrive while a school is read make it be read again, this many times at most. */
const MAX_ATTEMPTS = 5;

/**
 * Reads everything about one school as one publish left it, although it takes several reads. Screens
 * may be newer than the record, whose change counter then tells that there is more to read: a school
 * whose screens are being claimed never holds still.
 *
 * @returns `undefined` if there is no such school.
 * @throws StoreUnavailableError if the store cannot answer, or is published to all the time.
 */
export async function loadSchool(
  store: Store,
  schoolId: string,
): Promise<LoadedSchool | undefined> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const epoch = await store.epoch();
    const record = await store.school(schoolId);
    if (record === undefined) return undefined;
    const screens = await store.screens(schoolId);
    const bodies = await store.bodies(schoolId);
    const after = await store.school(schoolId);
    if (after?.sequence === record.sequence && (await store.epoch()) === epoch) {
      return { epoch, record, screens, bodies };
    }
  }
  throw new StoreUnavailableError('The school changed during every attempt to read it');
}
