import type { ByteRange } from '../media/media-files.js';

/** What to answer with: everything, some of it, or that there is no such part. */
export type WantedRange =
  | { readonly kind: 'all' }
  | { readonly kind: 'part'; readonly range: ByteRange }
  | { readonly kind: 'unsatisfiable' };

const ALL: WantedRange = { kind: 'all' };

/**
 * Reads a `Range` header, of one range in bytes. Several, another unit, and what cannot be read are
 * ignored, as RFC 9110 allows and in the last case asks for.
 *
 * @param size of the file, at least 1.
 */
export function readRange(header: string | undefined, size: number): WantedRange {
  const [, first = '', last = ''] = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(header ?? '') ?? [];
  if (first === '') {
    if (last === '') return ALL;
    const length = Math.min(Number(last), size);
    return length === 0 ? { kind: 'unsatisfiable' } : part(size - length, size - 1);
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Number(last);
  if (end < start && last !== '') return ALL;
  return start >= size ? { kind: 'unsatisfiable' } : part(start, Math.min(end, size - 1));
}

function part(start: number, end: number): WantedRange {
  return { kind: 'part', range: { start, end } };
}
