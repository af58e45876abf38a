import { createHash } from 'node:crypto';

/**
 * Where a school stands in the order in which a percentage takes schools in: from 0, below 100. It
 * depends on the id alone, so a percentage that grows keeps every school that it had (FLAG-1).
 */
export function positionOf(schoolId: string): number {
  const hash = createHash('sha256').update(`realtime:${schoolId}`).digest();
  return (hash.readUInt32BE() / 2 ** 32) * 100;
}
