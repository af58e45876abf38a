import type { BlobPlace } from './blob-place.js';
import type { Fault } from './storage.fixture.js';

/** A place for files in memory that takes a number of bytes, and may misbehave. */
export interface MemoryBlobPlace extends BlobPlace {
  readonly entries: Map<string, Blob>;
  fault: Fault;
}

export function memoryBlobPlace(quotaBytes = Infinity): MemoryBlobPlace {
  const entries = new Map<string, Blob>();
  async function meet<T>(operation: () => T): Promise<T> {
    if (place.fault === 'rejects') throw new DOMException('broken', 'UnknownError');
    if (place.fault === 'hangs') await new Promise(() => undefined);
    return operation();
  }
  const place: MemoryBlobPlace = {
    entries,
    fault: 'none',
    get: (key) => meet(() => entries.get(key)),
    keys: () => meet(() => [...entries.keys()]),
    remove: (key) => meet(() => void entries.delete(key)),
    set: (key, blob) =>
      meet(() => {
        const taken = [...entries.values()].reduce((sum, { size }) => sum + size, blob.size);
        if (taken > quotaBytes) throw new DOMException('full', 'QuotaExceededError');
        entries.set(key, blob);
      }),
  };
  return place;
}
