import { isDeepStrictEqual } from 'node:util';
import { check } from '@hallboard/shared';
import * as v from 'valibot';
import { schoolContentSchema } from '../content/schema/content-schema.js';
import { ApiError } from '../http/api-error.js';

/** The parts of a school's content that an office changes from day to day (SEC-4). */
const OFFICE_PARTS: readonly string[] = ['announcements', 'cover', 'media', 'alerts'];

const partsSchema = v.record(v.string(), v.unknown());

/** @returns both with every default filled in, or as they are if either is no content. */
function withDefaults(before: unknown, after: unknown): readonly unknown[] {
  const [old, next] = [check(schoolContentSchema, before), check(schoolContentSchema, after)];
  return old.ok && next.ok ? [old.value, next.value] : [before, after];
}

/**
 * Sees to it that an office publishes nothing but its own parts; the others have to say what they
 * said, whether what is usual is written out, as an import does, or not. What is no content at all is
 * for the publisher to refuse.
 *
 * @throws ApiError naming each part that is not an office's to change.
 */
export function assertOnlyNotices(before: unknown, after: unknown): void {
  const [old, next] = withDefaults(before, after).map((content) =>
    v.safeParse(partsSchema, content),
  );
  if (old?.success !== true || next?.success !== true) return;
  const parts = new Set([...Object.keys(old.output), ...Object.keys(next.output)]);
  const violations = [...parts]
    .filter((part) => !OFFICE_PARTS.includes(part))
    .filter((part) => !isDeepStrictEqual(old.output[part], next.output[part]))
    .map((path) => ({ path, message: 'is not for the role office to change' }));
  if (violations.length > 0) {
    throw new ApiError(
      'forbidden',
      'A key of the role office may not publish this. Where others have changed it since the content was read, read it again',
      { violations },
    );
  }
}
