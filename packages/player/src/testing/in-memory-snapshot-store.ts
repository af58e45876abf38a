import type { Cancel, Clock } from '../ports/clock.js';
import type {
  Generation,
  Memory,
  RingClaim,
  SnapshotStore,
  StorageRung,
  Stored,
} from '../ports/snapshot-store.js';

/** How the device's storage misbehaves, until it is told otherwise. */
export type StorageFault =
  /** The call throws synchronously. */
  | 'throws'
  /** The call is never answered. */
  | 'hangs'
  /** Writes fail; reads are well. */
  | 'full';

export interface InMemorySnapshotStoreOptions {
  readonly clock: Clock;
  /** @default 'worker-and-database' */
  readonly rung?: StorageRung;
  /** How long each call takes. @default 5 */
  readonly latencyMs?: number;
}

const RINGS_KEPT = 200;

/**
 * Two slots in memory that outlive a player: give the same store to the next one and it has
 * restarted. `fault` and `latencyMs` may be changed at any time, and the slots spoilt.
 */
export class InMemorySnapshotStore implements SnapshotStore {
  fault: StorageFault | undefined;
  latencyMs: number;
  /** At most two, in no order. */
  generations: readonly Generation[] = [];
  memory: Memory = {};
  /** What has been written down of bells and alerts (TIME-3). */
  rings: readonly string[] = [];
  /** Writes that were asked for, failed ones included. */
  saves = 0;
  private readonly clock: Clock;
  private readonly rung: StorageRung;
  /** The write that is under way. */
  private writing:
    | { readonly generation: Generation; readonly keep: number | undefined }
    | undefined;
  private claiming: string | undefined;

  constructor(options: InMemorySnapshotStoreOptions) {
    this.clock = options.clock;
    this.rung = options.rung ?? 'worker-and-database';
    this.latencyMs = options.latencyMs ?? 5;
  }

  load(done: (stored: Stored) => void): Cancel {
    return this.answer(() => {
      done({ rung: this.rung, generations: this.generations, memory: this.memory });
    });
  }

  save(generation: Generation, keep: number | undefined, done: (saved: boolean) => void): Cancel {
    this.saves += 1;
    const cancel = this.answer(() => {
      this.writing = undefined;
      if (this.fault === 'full') {
        done(false);
        return;
      }
      this.put(generation, keep);
      done(true);
    });
    if (this.fault === undefined) this.writing = { generation, keep };
    return cancel;
  }

  /** The power fails. Nobody knows what becomes of a write that is under way. */
  cutPower(ending: 'lost' | 'torn' | 'written'): void {
    const { writing, claiming } = this;
    this.writing = undefined;
    this.claiming = undefined;
    if (claiming !== undefined && ending === 'written') this.putRing(claiming);
    if (writing === undefined || ending === 'lost') return;
    this.put(writing.generation, writing.keep);
    if (ending === 'torn') this.corrupt(writing.generation.seq);
  }

  remember(memory: Memory, done: (saved: boolean) => void): Cancel {
    return this.answer(() => {
      if (this.fault !== 'full') this.memory = memory;
      done(this.fault !== 'full');
    });
  }

  claimRing(key: string, done: (claim: RingClaim) => void): Cancel {
    const cancel = this.answer(() => {
      this.claiming = undefined;
      if (this.rings.includes(key)) {
        done('again');
        return;
      }
      if (this.fault !== 'full') this.putRing(key);
      done(this.fault === 'full' ? 'failed' : 'first');
    });
    if (this.fault === undefined) this.claiming = key;
    return cancel;
  }

  /** Spoils what is stored under `seq`, as a bad block or a half-written file does. */
  corrupt(seq: number, spoil: (body: string) => string = cutInHalf): void {
    this.generations = this.generations.map((generation) =>
      generation.seq === seq ? { ...generation, body: spoil(generation.body) } : generation,
    );
  }

  /** The browser's data was cleared. */
  forget(): void {
    this.generations = [];
    this.memory = {};
    this.rings = [];
  }

  private put(generation: Generation, keep: number | undefined): void {
    const kept = this.generations.filter(({ seq }) => seq === keep).slice(0, 1);
    this.generations = [...kept, generation];
  }

  private putRing(key: string): void {
    this.rings = [...this.rings.filter((ring) => ring !== key), key].slice(-RINGS_KEPT);
  }

  private answer(answer: () => void): Cancel {
    if (this.fault === 'throws') throw new Error('storage is out of order');
    if (this.fault === 'hangs') return () => undefined;
    return this.clock.setTimer(this.latencyMs, answer);
  }
}

function cutInHalf(body: string): string {
  return body.slice(0, body.length / 2);
}
