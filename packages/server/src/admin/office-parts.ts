import { ApiError } from '../http/api-error.js';

/** The parts of a school's content that an office changes from day to day (SEC-4). */
const OFFICE_PARTS: readonly string[] = ['announcements', 'cover', 'media', 'alerts'];

/**
 * Sees to it that an office publishes nothing but its own parts.
 *
 * @param changed the parts that differ from what was there.
 * @throws ApiError naming each part that is not an office's to change.
 */
export function assertOnlyOfficeParts(changed: readonly string[]): void {
  const violations = changed
    .filter((part) => !OFFICE_PARTS.includes(part))
    .map((path) => ({ path, message: 'is not for the role office to change' }));
  if (violations.length > 0) {
    throw new ApiError(
      'forbidden',
      'A key of the role office may not publish this. Where others have changed it since the content was read, read it again',
      { violations },
    );
  }
}
