import {
  type Alert,
  check,
  type Revision,
  SCHEMA_MAJOR,
  type School,
  type Snapshot,
  snapshotSchema,
  type View,
  type Violation,
} from '@hallboard/shared';
import type { BodyRecord } from '../../store/records.js';
import { createLocalTime } from '../program/local-time.js';
import { materialiseProgram, type Program } from '../program/materialise-program.js';
import type { SchoolContent } from '../schema/content-schema.js';
import { directionOf } from '../schema/school-settings-schema.js';
import { type BodyLimits, encodeBody, type TooLarge } from './encode-body.js';
import { itemsForView, snapshotItems } from './snapshot-items.js';

/** Advances when a field is added within the major version (SNAP-7). */
const SCHEMA_MINOR = 1;

export interface BuildInput {
  readonly content: SchoolContent;
  /** Shown beside those of the content (ALERT-1). @default [] */
  readonly alerts?: readonly Alert[];
  /** The date that it is in the school's zone, `YYYY-MM-DD`. */
  readonly today: string;
  readonly revision: Revision;
  /** The views in use, each once. */
  readonly views: readonly View[];
  /** @default 1 MiB of JSON, 256 KiB of brotli */
  readonly limits?: BodyLimits;
}

export type BuildResult =
  | { readonly kind: 'built'; readonly bodies: readonly BodyRecord[]; readonly horizon: string }
  | { readonly kind: 'invalid'; readonly violations: readonly Violation[] }
  | TooLarge;

/** Builds the body of every view in use (SNAP-5). The same input gives the same bytes. */
export async function buildBodies(input: BuildInput): Promise<BuildResult> {
  const { content, alerts, today, revision, views, limits } = input;
  const time = createLocalTime(content.school.zone);
  const program = materialiseProgram(content, today, time);
  const items = snapshotItems(content, program, time, alerts);
  const bodies: BodyRecord[] = [];
  for (const view of views) {
    // The fields in this order, since the order is part of the bytes.
    const snapshot: Snapshot = {
      schema: { major: SCHEMA_MAJOR, minor: SCHEMA_MINOR },
      revision,
      school: schoolOf(content, program),
      view,
      divisions: [...program.divisions],
      ...(content.bells && { bells: content.bells }),
      timetable: content.timetable,
      ...itemsForView(items, view, content.school),
    };
    // The server validates what it publishes (SNAP-1), whatever it was made from.
    const checked = check(snapshotSchema, snapshot);
    if (!checked.ok) return { kind: 'invalid', violations: checked.violations };
    const encoded = await encodeBody(checked.value, limits);
    if (encoded.kind === 'too-large') return encoded;
    bodies.push(encoded.body);
  }
  return { kind: 'built', bodies, horizon: program.horizon };
}

function schoolOf({ school }: SchoolContent, program: Program): School {
  const { name, logo, zone, locale, direction, theme } = school;
  return {
    name,
    ...(logo && { logo }),
    zone,
    offsets: [...program.offsets],
    locale,
    direction: direction ?? directionOf(locale),
    theme,
  };
}
