import type { MediaRef } from '@hallboard/shared';
import type { Cancel, Clock } from '../ports/clock.js';
import type { CommitOutcome, MediaStore, OpenOutcome } from '../ports/media-store.js';
import type { StorageFault } from './in-memory-snapshot-store.js';
import { sha256Hex } from './sha256-hex.js';

export interface InMemoryMediaStoreOptions {
  readonly clock: Clock;
  /** How many bytes the device takes. @default Infinity */
  readonly quotaBytes?: number;
  /** How many bytes may be held in memory. @default 64 MiB */
  readonly memoryBytes?: number;
  /** How long each call takes. @default 5 */
  readonly latencyMs?: number;
}

const MEMORY_BYTES = 64 * 2 ** 20;

/**
 * A device's media in memory. `files` and `order` are what outlives a restart: `restart()` lets go of
 * all the rest. `fault` may be changed at any time, and the files spoilt.
 */
export class InMemoryMediaStore implements MediaStore {
  fault: StorageFault | undefined;
  latencyMs: number;
  /** What is on the device, by hash. */
  readonly files = new Map<string, Uint8Array>();
  /** The most recently needed first. */
  order: readonly string[] = [];
  private readonly clock: Clock;
  private readonly quotaBytes: number;
  private readonly memoryBytes: number;
  /** What can be shown. */
  private opened = new Map<string, Uint8Array>();
  private held = new Set<string>();
  private expected: readonly string[] = [];
  private staged: { readonly hash: string; readonly bytes: Uint8Array } | undefined;
  /** The write that is under way. */
  private writing: { readonly hash: string; readonly bytes: Uint8Array } | undefined;

  constructor(options: InMemoryMediaStoreOptions) {
    this.clock = options.clock;
    this.quotaBytes = options.quotaBytes ?? Infinity;
    this.memoryBytes = options.memoryBytes ?? MEMORY_BYTES;
    this.latencyMs = options.latencyMs ?? 5;
  }

  expect(hashes: readonly string[]): void {
    this.expected = hashes;
    this.order = [...hashes, ...this.order.filter((hash) => !hashes.includes(hash))];
    for (const hash of [...this.opened.keys()]) {
      if (!hashes.includes(hash)) this.letGo(hash);
    }
  }

  open(file: MediaRef, done: (outcome: OpenOutcome) => void): Cancel {
    return this.answer(() => {
      const bytes = this.files.get(file.hash);
      if (bytes === undefined) {
        done('absent');
      } else if (isFile(file, bytes)) {
        this.opened.set(file.hash, bytes);
        done('verified');
      } else {
        this.files.delete(file.hash);
        done('wrong-bytes');
      }
    });
  }

  stage(hash: string, fromByte: number, bytes: Uint8Array): void {
    const before = this.staged?.hash === hash ? this.staged.bytes.slice(0, fromByte) : NOTHING;
    const whole = new Uint8Array(before.length + bytes.length);
    whole.set(before);
    whole.set(bytes, before.length);
    this.staged = { hash, bytes: whole };
  }

  commit(file: MediaRef, done: (outcome: CommitOutcome) => void): Cancel {
    const { staged } = this;
    this.staged = undefined;
    if (staged?.hash !== file.hash || !isFile(file, staged.bytes)) {
      return this.clock.setTimer(this.latencyMs, () => {
        done({ kind: 'refused', cause: 'wrong-bytes' });
      });
    }
    const cancel = this.answer(() => {
      this.writing = undefined;
      done(this.put(file.hash, staged.bytes));
    });
    this.writing = staged;
    return cancel;
  }

  makeRoom(): void {
    const latest = this.expected.filter((hash) => this.files.has(hash)).reverse();
    const [last] = [...this.evictable(), ...latest];
    if (last !== undefined) this.files.delete(last);
  }

  url(hash: string): string | undefined {
    return this.opened.has(hash) ? `memory:${hash}` : undefined;
  }

  /** What an open file says; for tests, which look at what is shown. */
  bytesOf(hash: string): Uint8Array | undefined {
    return this.opened.get(hash);
  }

  /** The power fails. Nobody knows what becomes of a write that is under way. */
  restart(ending: 'lost' | 'torn' | 'written' = 'lost'): void {
    const { writing } = this;
    if (writing !== undefined && ending !== 'lost') {
      this.files.set(writing.hash, writing.bytes);
      if (ending === 'torn') this.corrupt(writing.hash);
    }
    this.writing = undefined;
    this.close();
  }

  close(): void {
    this.staged = undefined;
    this.expected = [];
    this.opened = new Map();
    this.held = new Set();
  }

  /** Spoils what is stored, as a bad block or a half-written file does. */
  corrupt(hash: string): void {
    const bytes = this.files.get(hash);
    if (bytes !== undefined) this.files.set(hash, bytes.slice(0, bytes.length / 2));
  }

  private put(hash: string, bytes: Uint8Array): CommitOutcome {
    for (const least of this.evictable()) {
      if (this.fits(bytes)) break;
      this.files.delete(least);
    }
    if (this.fits(bytes)) {
      this.files.set(hash, bytes);
      this.opened.set(hash, bytes);
      return { kind: 'kept' };
    }
    if (this.sizeOf([...this.held]) + bytes.length > this.memoryBytes) {
      return { kind: 'refused', cause: 'full' };
    }
    this.held.add(hash);
    this.opened.set(hash, bytes);
    return { kind: 'held', cause: 'full' };
  }

  private fits(bytes: Uint8Array): boolean {
    const size = [...this.files.values()].reduce((sum, { length }) => sum + length, 0);
    return this.fault !== 'full' && size + bytes.length <= this.quotaBytes;
  }

  /** The least recently needed first. */
  private evictable(): string[] {
    const rank = (hash: string): number => {
      const at = this.order.indexOf(hash);
      return at === -1 ? Infinity : at;
    };
    return [...this.files.keys()]
      .filter((hash) => !this.expected.includes(hash))
      .sort((a, b) => rank(b) - rank(a));
  }

  private sizeOf(hashes: readonly string[]): number {
    return hashes.reduce((sum, hash) => sum + (this.opened.get(hash)?.length ?? 0), 0);
  }

  private letGo(hash: string): void {
    this.opened.delete(hash);
    this.held.delete(hash);
  }

  private answer(answer: () => void): Cancel {
    if (this.fault === 'throws') throw new Error('storage is out of order');
    if (this.fault === 'hangs') return () => undefined;
    return this.clock.setTimer(this.latencyMs, answer);
  }
}

const NOTHING = new Uint8Array();

function isFile(file: MediaRef, bytes: Uint8Array): boolean {
  return bytes.length === file.bytes && sha256Hex(bytes) === file.hash;
}
