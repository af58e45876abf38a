import type { Clock } from '../../ports/clock.js';
import type { ObservationSlice } from '../../store/observation-records.js';
import { emptySums, latencyBucket, WINDOW_MS } from './window.js';

const MINUTE_MS = 60_000;

/** A window, the minute that has begun, and one for a rollout that was started a moment ago. */
const KEPT_MS = WINDOW_MS + 2 * MINUTE_MS;

/** A screen polls every 8 to 45 s (POLL-2); one that is silent for so long is off. */
const SILENT_MS = 5 * MINUTE_MS;

/** A screen that has polled for so long has had time to open its socket. */
const CONNECTED_MS = 2 * MINUTE_MS;

/** Ends that nobody meant: the others are the server's own, and pages that are left or reloaded. */
const ABNORMAL: ReadonlySet<string> = new Set(['gone', 'misbehaving', 'overloaded', 'tooMany']);

export interface RolloutObserverOptions {
  readonly clock: Clock;
  /** Whether a rollout runs; without one, only latency is counted, for the next one's baseline. */
  readonly isActive: () => boolean;
  /** Whether the school is on by the percentage that the rollout moves. */
  readonly isObserved: (schoolId: string) => boolean;
}

/** What this node knows of a screen. Monotonic instants. */
interface Heard {
  sinceMs: number;
  lastMs: number;
  countedAtMs: number;
  refusedAtMs: number;
  /** Abnormal ends of its sockets, until it is heard of again. */
  drops: number;
  droppedAtMs: number;
}

interface ScreenName {
  readonly id: string;
  readonly schoolId: string;
}

/** Counts by the minute what the abort criteria judge, from what this node sees (FLAG-3). */
export class RolloutObserver {
  #slices: { -readonly [Key in keyof ObservationSlice]: ObservationSlice[Key] }[] = [];
  readonly #screens = new Map<string, Heard>();

  constructor(private readonly options: RolloutObserverOptions) {}

  /** The last minutes, newest last. */
  slices(): readonly ObservationSlice[] {
    this.#slice();
    return structuredClone(this.#slices);
  }

  /**
   * An answer of the display API. A change that was found by a poll is a `status` of 200: told by a
   * socket, the player asks for the snapshot directly, and wants a revision (POLL-4, WS-5).
   */
  answered(
    endpoint: string,
    status: number,
    durationMs: number,
    cause: 'start' | 'poll' | 'announcement',
    screen: ScreenName,
  ): void {
    if (endpoint === 'snapshot') {
      const { latency } = this.#slice();
      const bucket = latencyBucket(durationMs);
      latency[bucket] = (latency[bucket] ?? 0) + 1;
    }
    if (!this.#observes(screen.schoolId)) return;
    const heard = this.#hear(screen.id);
    if (status !== 200 || heard.lastMs - heard.sinceMs < CONNECTED_MS) return;
    if (endpoint === 'status') this.#slice().found += 1;
    if (endpoint === 'snapshot' && cause !== 'start') this.#slice().fetched += 1;
  }

  /** A device was told that the screen is another's. */
  refused({ id, schoolId }: ScreenName): void {
    if (!this.#observes(schoolId)) return;
    const heard = this.#screen(id);
    const nowMs = this.options.clock.monotonicMs();
    this.#count(heard, nowMs);
    if (nowMs - heard.refusedAtMs < WINDOW_MS) return;
    heard.refusedAtMs = nowMs;
    this.#slice().rejected += 1;
  }

  /** @param membership of whose screen it was; `undefined` if it never was one's. */
  socketClosed(
    reason: string,
    membership: { readonly screenId: string; readonly schoolId: string } | undefined,
  ): void {
    if (membership === undefined || !this.#observes(membership.schoolId)) return;
    this.#slice().ends += 1;
    if (!ABNORMAL.has(reason)) return;
    const heard = this.#screen(membership.screenId);
    heard.drops += 1;
    heard.droppedAtMs = this.options.clock.monotonicMs();
  }

  #observes(schoolId: string): boolean {
    if (this.options.isActive()) return this.options.isObserved(schoolId);
    // Asked for every poll, and clearing a map costs even where it is empty.
    if (this.#screens.size > 0) this.#screens.clear();
    return false;
  }

  /** The screen has asked for something, so it is on. */
  #hear(screenId: string): Heard {
    const heard = this.#screen(screenId);
    const nowMs = this.options.clock.monotonicMs();
    if (nowMs - heard.lastMs > SILENT_MS) heard.sinceMs = nowMs;
    heard.lastMs = nowMs;
    this.#count(heard, nowMs);
    if (heard.drops > 0 && nowMs - heard.droppedAtMs <= SILENT_MS) {
      this.#slice().abnormalEnds += heard.drops;
    }
    heard.drops = 0;
    return heard;
  }

  #count(heard: Heard, nowMs: number): void {
    if (nowMs - heard.countedAtMs < WINDOW_MS) return;
    heard.countedAtMs = nowMs;
    this.#slice().screens += 1;
  }

  #screen(screenId: string): Heard {
    const known = this.#screens.get(screenId);
    if (known !== undefined) return known;
    const never = Number.NEGATIVE_INFINITY;
    const heard: Heard = {
      sinceMs: never,
      lastMs: never,
      countedAtMs: never,
      refusedAtMs: never,
      drops: 0,
      droppedAtMs: never,
    };
    this.#screens.set(screenId, heard);
    return heard;
  }

  /** The slice of this minute. Older ones than any window needs are dropped. */
  #slice() {
    const nowMs = this.options.clock.wallMs();
    const startMs = nowMs - (nowMs % MINUTE_MS);
    const newest = this.#slices.at(-1);
    if (newest?.startMs === startMs) return newest;
    const slice = { startMs, ...emptySums() };
    this.#slices = [
      ...this.#slices.filter((each) => Math.abs(nowMs - each.startMs) <= KEPT_MS),
      slice,
    ];
    return slice;
  }
}
