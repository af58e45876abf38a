import { check, receiveSnapshot, type Snapshot, screenInfoSchema } from '@hallboard/shared';
import type { Generation } from '../ports/snapshot-store.js';
import { checksum } from './checksum.js';

/** A generation whose text has been verified, with what it says. */
export interface Verified {
  readonly generation: Generation;
  readonly snapshot: Snapshot;
  readonly skippedItems: number;
}

export type Reading =
  | { readonly ok: true; readonly snapshot: Snapshot; readonly skippedItems: number }
  | { readonly ok: false; readonly detail: string };

/** Decodes and validates a body (SNAP-1). `detail` names the first wrong field, and no content. */
export function readBody(body: string): Reading {
  let decoded: unknown;
  try {
    decoded = JSON.parse(body);
  } catch {
    return { ok: false, detail: 'the body is not JSON' };
  }
  const received = receiveSnapshot(decoded);
  if (received.ok) return { ok: true, ...received.value };
  const [first] = received.violations;
  return { ok: false, detail: `not a snapshot at '${first?.path ?? ''}'` };
}

/** Of what the device kept, the newest that verifies (STORE-2). */
export function newestVerified(generations: readonly Generation[]): Verified | undefined {
  const newestFirst = generations.filter(hasSeq).sort((a, b) => b.seq - a.seq);
  for (const generation of newestFirst) {
    const verified = verify(generation);
    if (verified !== undefined) return verified;
  }
  return undefined;
}

/** The highest `seq` among them, verified or not; 0 if there is none. */
export function highestSeq(generations: readonly Generation[]): number {
  return generations.filter(hasSeq).reduce((highest, { seq }) => Math.max(highest, seq), 0);
}

/** What a device gives back may be anything: each field is looked at before it is trusted. */
function verify(generation: Generation): Verified | undefined {
  const { body, revision, etag, screen } = generation;
  if (typeof body !== 'string' || typeof etag !== 'string') return undefined;
  if (checksum(body) !== generation.checksum || !check(screenInfoSchema, screen).ok)
    return undefined;
  const reading = readBody(body);
  if (!reading.ok || reading.snapshot.revision !== revision) return undefined;
  return { generation, snapshot: reading.snapshot, skippedItems: reading.skippedItems };
}

/** No higher than this, so that there is always a next one. */
const HIGHEST_SEQ = 2 ** 50;

function hasSeq(generation: Generation): boolean {
  const { seq }: Pick<Generation, 'seq'> = Object(generation);
  return Number.isInteger(seq) && seq >= 0 && seq <= HIGHEST_SEQ;
}
