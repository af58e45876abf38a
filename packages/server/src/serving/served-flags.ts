import type { Logger } from '../logging/logger.js';
import type { Clock } from '../ports/clock.js';
import { type FlagsRecord, INITIAL_FLAGS } from '../store/flag-records.js';
import type { Store } from '../store/store.js';

/**
 * So long without word of the store, a node takes realtime for switched off: it would not have heard
 * of the kill switch. With the time that a sweep takes to notice, it is less than P-6's minute.
 */
const TRUST_MS = 40_000;

export interface ServedFlagsOptions {
  readonly store: Pick<Store, 'flags'>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** What the flags say is different from now on. */
  readonly onChange: () => void;
}

/** What decides on realtime for all schools, as far as this node knows (FLAG-1). */
export class ServedFlags {
  #read = INITIAL_FLAGS;
  /** When the store last said that they are these, monotonic. */
  #knownAtMs: number;
  #isTrusted = true;
  #told = { version: INITIAL_FLAGS.version, isTrusted: true };

  constructor(private readonly options: ServedFlagsOptions) {
    this.#knownAtMs = options.clock.monotonicMs();
  }

  /** As last read; with the kill switch on where that was too long ago. */
  get current(): FlagsRecord {
    return this.#isTrusted ? this.#read : { ...this.#read, isKilled: true };
  }

  /**
   * Reads them, if they are not known from within the last `maxAgeMs`.
   * @default maxAgeMs 0
   * @throws StoreUnavailableError if the store cannot answer.
   */
  async read(maxAgeMs = 0): Promise<void> {
    const { store, clock } = this.options;
    const askedAtMs = clock.monotonicMs();
    if (askedAtMs - this.#knownAtMs < maxAgeMs) return;
    this.#read = await store.flags();
    this.confirm(askedAtMs);
    // Whatever else changed with it: the kill switch comes before all that schools say (FLAG-1).
    if (this.#read.isKilled) this.tell();
  }

  /** The store has said that nothing has changed. @param askedAtMs monotonic. */
  confirm(askedAtMs: number): void {
    this.#knownAtMs = askedAtMs;
  }

  /** Looks whether they can still be trusted. */
  judge(): void {
    const { clock, logger } = this.options;
    const wasTrusted = this.#isTrusted;
    this.#isTrusted = clock.monotonicMs() - this.#knownAtMs < TRUST_MS;
    if (wasTrusted && !this.#isTrusted) {
      logger.warn('Realtime is off here until the store answers: nobody could switch it off');
    }
    if (wasTrusted !== this.#isTrusted) this.tell();
  }

  /** Tells of what has changed since it last did. */
  tell(): void {
    const { version } = this.#read;
    const isTrusted = this.#isTrusted;
    if (version === this.#told.version && isTrusted === this.#told.isTrusted) return;
    this.#told = { version, isTrusted };
    this.options.onChange();
  }
}
