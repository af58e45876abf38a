import { isDeepStrictEqual } from 'node:util';
import { check } from '@hallboard/shared';
import * as v from 'valibot';
import { schoolContentSchema } from '../content/schema/content-schema.js';

const partsSchema = v.record(v.string(), v.unknown());

/**
 * @returns the names of the parts in which two contents differ, whether what is usual is written out
 * in one of them, as an import does, or not; nothing if either is no content at all.
 */
export function changedParts(before: unknown, after: unknown): readonly string[] {
  const [old, next] = withDefaults(before, after).map((content) =>
    v.safeParse(partsSchema, content),
  );
  if (old?.success !== true || next?.success !== true) return [];
  const parts = new Set([...Object.keys(old.output), ...Object.keys(next.output)]);
  return [...parts].filter((part) => !isDeepStrictEqual(old.output[part], next.output[part]));
}

/** Both with every default filled in, or as they are if either is refused for its shape. */
function withDefaults(before: unknown, after: unknown): readonly unknown[] {
  const [old, next] = [check(schoolContentSchema, before), check(schoolContentSchema, after)];
  return old.ok && next.ok ? [old.value, next.value] : [before, after];
}
