import type { Clock } from '../ports/clock.js';
import type { LogEntry, Logger } from '../ports/logger.js';
import type { AtomicKeyValue } from './key-value.js';

/** How a place may misbehave (STORE-3). */
export type Fault = 'none' | 'throws' | 'hangs' | 'rejects';

/** A place in memory that can be told to misbehave, for reads or writes alone or for both. */
export interface FaultyPlace extends AtomicKeyValue {
  readonly entries: Map<string, string>;
  reads: Fault;
  writes: Fault;
  /** Carries out all that hangs by now. */
  wake(): void;
}

export function faultyPlace(name: string): FaultyPlace {
  const entries = new Map<string, string>();
  let hanging: (() => void)[] = [];
  function meet<T>(fault: Fault, operation: () => T): Promise<T> {
    switch (fault) {
      case 'none':
        return Promise.resolve(operation());
      case 'throws':
        throw new Error('thrown');
      case 'hangs':
        return new Promise((resolve) => {
          hanging.push(() => resolve(operation()));
        });
      case 'rejects':
        return Promise.reject(new DOMException('full', 'QuotaExceededError'));
    }
  }
  const place: FaultyPlace = {
    name,
    entries,
    reads: 'none',
    writes: 'none',
    get: (key) => meet(place.reads, () => entries.get(key)),
    keys: () => meet(place.reads, () => [...entries.keys()]),
    set: (key, text) => meet(place.writes, () => void entries.set(key, text)),
    change: (key, change) =>
      meet(place.writes, () => void entries.set(key, change(entries.get(key)))),
    remove: (key) => meet(place.writes, () => void entries.delete(key)),
    wake() {
      for (const answer of hanging) answer();
      hanging = [];
    },
  };
  return place;
}

/** A clock whose timers end when the test says so. */
export interface HandClock extends Clock {
  /** Ends every timer that is due within `ms`, with all that follows from it at once. */
  advance(ms: number): Promise<void>;
  readonly pendingTimers: () => number;
}

export function handClock(): HandClock {
  let nowMs = 0;
  const timers = new Set<{ readonly atMs: number; readonly run: () => void }>();
  return {
    monotonicMs: () => nowMs,
    wallMs: () => nowMs,
    setTimer(delayMs, run) {
      const timer = { atMs: nowMs + delayMs, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    async advance(ms) {
      nowMs += ms;
      for (const timer of timers) {
        if (timer.atMs > nowMs) continue;
        timers.delete(timer);
        timer.run();
      }
      await settled();
    },
    pendingTimers: () => timers.size,
  };
}

/** Lets everything run that waits for nothing but its turn. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

export function recordingLogger(): Logger & { readonly entries: LogEntry[] } {
  const entries: LogEntry[] = [];
  return { entries, log: (entry) => void entries.push(entry) };
}

/** A `Storage` in memory. */
export function memoryStorage(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
    getItem: (key) => items.get(key) ?? null,
    key: (index) => [...items.keys()][index] ?? null,
    removeItem: (key) => void items.delete(key),
    setItem: (key, value) => void items.set(key, value),
  };
}

/** A `CacheStorage` in memory: as much of it as a page uses. */
export function memoryCaches(): CacheStorage {
  const caches = new Map<string, Cache>();
  const open = async (name: string): Promise<Cache> => {
    const cache = caches.get(name) ?? memoryCache();
    caches.set(name, cache);
    return cache;
  };
  return { open } as unknown as CacheStorage;
}

function memoryCache(): Cache {
  const bodies = new Map<string, Blob>();
  return {
    match: async (url: string) => {
      const body = bodies.get(url);
      return body === undefined ? undefined : new Response(body);
    },
    put: async (url: string, response: Response) => void bodies.set(url, await response.blob()),
    delete: async (url: string) => bodies.delete(url),
    keys: async () => [...bodies.keys()].map((url) => new Request(url)),
  } as unknown as Cache;
}
