import type { Bus, ChangeNotice } from '../bus/bus.js';
import type { Logger } from '../logging/logger.js';
import type { Clock } from '../ports/clock.js';
import type { FlagsRecord } from '../store/flag-records.js';
import type { Store } from '../store/store.js';
import { StoreUnavailableError } from '../store/store-unavailable-error.js';
import { alertsChanged } from './alerts-changed.js';
import { loadSchool } from './load-school.js';
import { Refresher } from './refresher.js';
import { type LoadedSchool, type ServedSchool, type ServedScreen, serveSchool } from './served.js';
import { ServedFlags } from './served-flags.js';
import { type Claim, withClaims } from './with-claims.js';

/**
 * How often nodes compare change counters with the store's, for messages that got lost: the 5 s of
 * SRV-8, less the time that reading takes.
 */
export const SWEEP_INTERVAL_MS = 4500;

/** How soon a sweep that the store did not answer is tried again. */
const SWEEP_AGAIN_MS = 1000;

/** A school is served differently from now on. `previous` is absent when it is served first. */
export interface SchoolChange {
  readonly previous: ServedSchool | undefined;
  readonly current: ServedSchool;
  /** An alert: it bypasses coalescing (ALERT-2). */
  readonly urgent: boolean;
}

export interface SchoolIndexOptions {
  readonly store: Store;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Everything that screens are served from, in memory. Reloaded school by school when the bus or the
 * sweep says so; while the store is away it keeps serving what it holds (SRV-4).
 */
export class SchoolIndex {
  readonly #schools = new Map<string, ServedSchool>();
  readonly #screens = new Map<string, ServedScreen>();
  readonly #listeners = new Set<(change: SchoolChange) => void>();
  readonly #urgent = new Set<string>();
  /** Of the schools that are being read: the screens that were claimed since, and by whom. */
  readonly #claimedAmid = new Map<string, Map<string, Claim>>();
  readonly #schoolRefresher = new Refresher((schoolId) => this.#load(schoolId));
  readonly #sweeper = new Refresher(() => this.#compare());
  readonly #flags: ServedFlags;
  /** Of the last sweep that ended well. */
  #counters: { readonly epoch: string; readonly global: number } | undefined;
  #ready = false;
  #storeAnswers = true;
  #stop: () => void = () => undefined;

  constructor(private readonly options: SchoolIndexOptions) {
    this.#flags = new ServedFlags({ ...options, onChange: () => this.#tellAll() });
  }

  /** Whether everything that can be read has been loaded once (SRV-9). */
  get ready(): boolean {
    return this.#ready;
  }

  /** Whether the last sweep could read all that it asked for. */
  get storeAnswers(): boolean {
    return this.#storeAnswers;
  }

  /** What decides on realtime for all schools (FLAG-1). */
  get flags(): FlagsRecord {
    return this.#flags.current;
  }

  schools(): Iterable<ServedSchool> {
    return this.#schools.values();
  }

  /** Whether any school lets pages of this origin show its screens (SEC-2). */
  isEmbedOrigin(origin: string): boolean {
    return this.embedOrigins().includes(origin);
  }

  /** Of the pages that may show screens of this school or that. */
  embedOrigins(): readonly string[] {
    return [...this.schools()].flatMap(({ record }) => record.embedOrigins ?? []);
  }

  school(schoolId: string): ServedSchool | undefined {
    return this.#schools.get(schoolId);
  }

  /** @returns the screen whose token has this hash, revoked or not, if this node knows it. */
  screenByTokenHash(tokenHash: string): ServedScreen | undefined {
    return this.#screens.get(tokenHash);
  }

  /** @returns unsubscribes. */
  onChange(listener: (change: SchoolChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Loads everything and keeps it current. Never rejects: what fails is tried again. */
  async start(): Promise<void> {
    const unsubscribe = this.options.bus.subscribe((notice) => this.#noticed(notice));
    let closed = false;
    let cancel: () => void = () => undefined;
    const sweep = async (): Promise<void> => {
      await this.sweep();
      const waitMs = this.#storeAnswers ? SWEEP_INTERVAL_MS : SWEEP_AGAIN_MS;
      if (!closed) cancel = this.options.clock.setTimer(waitMs, () => void sweep());
    };
    this.#stop = () => {
      closed = true;
      cancel();
      unsubscribe();
    };
    await sweep();
  }

  /** Stops following the store. Idempotent. */
  close(): void {
    this.#stop();
  }

  /**
   * Rereads a school as it is now or later.
   * @throws StoreUnavailableError if the store cannot answer.
   */
  refresh(schoolId: string): Promise<void> {
    return this.#schoolRefresher.refresh(schoolId);
  }

  /**
   * Serves a screen as its device's, as the store has just acknowledged. A reading of the school
   * would tell the same, but of a school that is being set up each claim would wait for one.
   * @param screen as it was served before the claim.
   * @returns `undefined` if the school was read meanwhile: what is held may be newer.
   */
  bound(screen: ServedScreen, deviceId: string): ServedScreen | undefined {
    const { barredDeviceId: _, ...record } = screen.record;
    const { id, schoolId, tokenHash, deviceId: before } = record;
    const school = this.#schools.get(schoolId);
    if (school === undefined || this.#screens.get(tokenHash) !== screen) return undefined;
    const bound = { ...screen, record: { ...record, deviceId } };
    this.#screens.set(tokenHash, bound);
    const current = { ...school, screens: new Map(school.screens).set(id, bound) };
    this.#schools.set(schoolId, current);
    this.#claimedAmid.get(schoolId)?.set(id, { deviceId, before });
    this.#emit({ previous: school, current, urgent: false });
    return bound;
  }

  /**
   * Rereads a school until `isCurrent` or it has been read anew; once for all who ask (HTTP-7).
   * @throws StoreUnavailableError if the store cannot answer.
   */
  async catchUp(schoolId: string, isCurrent: () => boolean): Promise<void> {
    await this.#schoolRefresher.join(schoolId);
    if (!isCurrent()) await this.#schoolRefresher.refresh(schoolId);
  }

  /** Compares with the store's counters and rereads what differs. Never rejects. */
  async sweep(): Promise<void> {
    try {
      await this.#sweeper.refresh('');
      if (!this.#storeAnswers) this.options.logger.info('The store answers again');
      this.#storeAnswers = true;
    } catch (error) {
      if (this.#storeAnswers) {
        const cause = error instanceof Error ? error : new Error(String(error));
        this.options.logger.error('The store cannot be read; serving what is held', {
          error: cause,
        });
      }
      this.#storeAnswers = false;
    }
    this.#flags.judge();
  }

  #noticed({ schoolId, urgent, command }: ChangeNotice): void {
    if (command !== undefined) return;
    if (schoolId === undefined) {
      // Not behind the schools that a sweep reads: a kill switch waits for none of them (P-6).
      this.#flags.read().catch((error: unknown) => {
        this.options.logger.warn('The flags could not be read; the next sweep will', {
          reason: String(error),
        });
      });
      void this.sweep();
      return;
    }
    if (urgent) this.#urgent.add(schoolId);
    this.#schoolRefresher.refresh(schoolId).catch((error: unknown) => {
      this.options.logger.warn('A changed school could not be read; the next sweep will', {
        schoolId,
        reason: String(error),
      });
    });
  }

  async #compare(): Promise<void> {
    const { store, clock } = this.options;
    const askedAtMs = clock.monotonicMs();
    const counters = await store.counters();
    const known = this.#counters;
    if (known?.epoch === counters.epoch && known.global === counters.global) {
      this.#flags.confirm(askedAtMs);
      return;
    }
    // Known before the schools are read and told after: no school is judged by half of a change.
    await this.#flags.read();
    const unread: unknown[] = [];
    try {
      for (const [schoolId, changes] of counters.schools) {
        const held = this.#schools.get(schoolId);
        const isCurrent = held?.epoch === counters.epoch && held.record.changes === changes;
        if (!isCurrent) unread.push(...(await this.#tryRefresh(schoolId)));
      }
    } finally {
      this.#flags.tell();
    }
    this.#ready = true;
    if (unread.length > 0) throw unread[0];
    this.#counters = counters;
  }

  /**
   * Rereads a school in a sweep. One that cannot be read costs the others nothing.
   * @returns what went wrong, if anything did.
   * @throws StoreUnavailableError if the store answers nothing at all.
   */
  async #tryRefresh(schoolId: string): Promise<readonly StoreUnavailableError[]> {
    // Many schools take long where the store is slow; what is switched off meanwhile is off (P-6).
    await this.#flags.read(SWEEP_INTERVAL_MS);
    try {
      await this.#schoolRefresher.refresh(schoolId);
      return [];
    } catch (cause) {
      await this.options.store.epoch();
      const reason = `School ${schoolId} cannot be read: ${String(cause)}`;
      return [new StoreUnavailableError(reason, { cause })];
    }
  }

  async #load(schoolId: string): Promise<void> {
    // What was called urgent before this reading began is in what it reads.
    const wasUrgent = this.#urgent.delete(schoolId);
    const claimed = new Map<string, Claim>();
    this.#claimedAmid.set(schoolId, claimed);
    try {
      const loaded = await loadSchool(this.options.store, schoolId);
      // Only tombstones delete: a school that is gone without one is kept (SRV-4).
      if (loaded !== undefined) this.#serve(loaded, claimed, wasUrgent);
    } catch (error) {
      if (wasUrgent) this.#urgent.add(schoolId);
      throw error;
    } finally {
      // Not before what was read is served: a claim may be acknowledged in the very same turn.
      this.#claimedAmid.delete(schoolId);
    }
  }

  #serve(loaded: LoadedSchool, claimed: ReadonlyMap<string, Claim>, wasUrgent: boolean): void {
    const schoolId = loaded.record.id;
    const previous = this.#schools.get(schoolId);
    const current = serveSchool({ ...loaded, screens: withClaims(loaded.screens, claimed) });
    if (previous !== undefined && isOlder(current, previous)) {
      this.options.logger.error('The store has gone back; serving what is held (docs/redis.md)', {
        schoolId,
        changes: current.record.changes,
        heldChanges: previous.record.changes,
      });
      return;
    }
    this.#schools.set(schoolId, current);
    for (const screen of previous?.screens.values() ?? []) {
      this.#screens.delete(screen.record.tokenHash);
    }
    for (const screen of current.screens.values()) {
      this.#screens.set(screen.record.tokenHash, screen);
    }
    // The word that it is urgent may be lost, or come in the middle: then the next reading, which
    // may be the first to see what it is about, has it too.
    const urgent =
      wasUrgent ||
      this.#urgent.has(schoolId) ||
      alertsChanged(previous, current, this.options.clock.wallMs());
    this.#emit({ previous, current, urgent });
  }

  #tellAll(): void {
    for (const school of this.#schools.values()) {
      this.#emit({ previous: school, current: school, urgent: false });
    }
  }

  #emit(change: SchoolChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}

/** Within an epoch a node never goes back, whatever a lagging replica of the store says. */
function isOlder(school: ServedSchool, than: ServedSchool): boolean {
  return school.epoch === than.epoch && school.record.changes < than.record.changes;
}
