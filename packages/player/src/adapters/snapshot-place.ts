import type { Clock } from '../ports/clock.js';
import type { Generation, Memory } from '../ports/snapshot-store.js';
import { formatGeneration, formatMemory, parseGeneration, parseMemory } from './generation-text.js';
import type { KeyValue } from './key-value.js';
import { type Attempt, WRITE_LIMIT_MS, withinLimit } from './within-limit.js';

/** What a place answered at boot, as far as it did in time. */
export interface Survey {
  readonly generations: readonly Generation[];
  readonly memory: Memory;
  /** Whether it has said what is in both slots. */
  readonly isWhole: boolean;
  /** Whether it takes writes, found by trying (STORE-1). */
  readonly trial: Attempt<void>;
}

/** One token's two generations and memory, in one place. No method rejects or hangs (STORE-3). */
export interface SnapshotPlace {
  readonly name: string;
  /** @param limitMs how long it may take. */
  survey(limitMs: number): Promise<Survey>;
  /** Writes into the slot that does not hold `keep` (STORE-2). */
  save(generation: Generation, keep: number | undefined): Promise<Attempt<void>>;
  remember(memory: Memory): Promise<Attempt<void>>;
  /** Erases what other tokens left, for the device was paired anew (P-8). */
  eraseOthers(): Promise<Attempt<void>>;
}

const ALL_OWNERS = 'snapshot/';

/** @param owner see `LadderOptions`. @returns what all keys of its screen start with. */
export function ownerPrefix(owner: string): string {
  return `${ALL_OWNERS}${owner}/`;
}

export function createSnapshotPlace(place: KeyValue, owner: string, clock: Clock): SnapshotPlace {
  const prefix = ownerPrefix(owner);
  /** What is known to be in the slots; a slot that could not be read holds nothing to keep. */
  const seqs: { a?: number | undefined; b?: number | undefined } = {};

  const write = (call: () => Promise<void>): Promise<Attempt<void>> =>
    withinLimit(clock, WRITE_LIMIT_MS, call);

  return {
    name: place.name,
    async survey(limitMs) {
      const read = (key: string): Promise<Attempt<string | undefined>> =>
        withinLimit(clock, limitMs, () => place.get(prefix + key));
      const [inA, inB, memory, trial] = await Promise.all([
        read('a'),
        read('b'),
        read('memory'),
        withinLimit(clock, limitMs, () => place.set('trial', '')),
      ]);
      const [a, b] = [parseGeneration(textOf(inA)), parseGeneration(textOf(inB))];
      seqs.a = a?.seq;
      seqs.b = b?.seq;
      return {
        generations: [a, b].filter(isDefined),
        memory: parseMemory(textOf(memory)),
        isWhole: inA.ok && inB.ok,
        trial,
      };
    },
    async save(generation, keep) {
      const slot = keep !== undefined && seqs.a === keep ? 'b' : 'a';
      seqs[slot] = undefined;
      const attempt = await write(() => place.set(prefix + slot, formatGeneration(generation)));
      if (attempt.ok) seqs[slot] = generation.seq;
      return attempt;
    },
    remember: (memory) => write(() => place.set(`${prefix}memory`, formatMemory(memory))),
    eraseOthers: () =>
      write(async () => {
        const keys = await place.keys();
        const others = keys.filter((key) => key.startsWith(ALL_OWNERS) && !key.startsWith(prefix));
        await Promise.all(others.map((key) => place.remove(key)));
      }),
  };
}

function textOf(attempt: Attempt<string | undefined>): string {
  return attempt.ok ? (attempt.value ?? '') : '';
}

function isDefined<T>(value: T | undefined): value is T {
  return value !== undefined;
}
