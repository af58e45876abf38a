import type { ScreenReport } from '@hallboard/shared';
import type { Logger } from '../logging/logger.js';
import type { Clock } from '../ports/clock.js';
import type { SchoolIndex } from '../serving/school-index.js';
import type { ServedScreen } from '../serving/served.js';
import type { ReportRecord, ScreenSightRecord } from '../store/records.js';
import type { Store } from '../store/store.js';
import type { CurrentRevision } from './screen-status.js';

/** How often sights are shared through the store. */
const SHARE_MS = 60_000;
/** The same for news: another revision or alert is painted. */
const SHARE_NEWS_MS = 1000;
const MAX_USER_AGENT = 300;

export interface ScreenWatchOptions {
  readonly store: Store;
  readonly index: SchoolIndex;
  readonly clock: Clock;
  readonly logger: Logger;
}

interface Sight {
  readonly schoolId: string;
  lastSeenMs: number;
  report: ReportRecord | undefined;
  isShared: boolean;
}

/**
 * Knows when each screen was last answered and what it said of itself (OBS-3): what this node sees,
 * at once, and what the others see, through the store. A sight that cannot be written is written
 * with the next ones; losing reports loses nothing else (HTTP-8).
 */
export class ScreenWatch {
  readonly #sights = new Map<string, Sight>();
  readonly #revisions = new Map<string, CurrentRevision>();
  #cancel: () => void = () => undefined;
  #cancelNews: (() => void) | undefined;
  #unsubscribe: () => void = () => undefined;
  #storeTakes = true;
  #closed = false;

  constructor(private readonly options: ScreenWatchOptions) {}

  /**
   * Whether the store took what it was last given. A disk or a Redis that is full is still read, so
   * reading alone would not tell; what is written here is written every minute.
   */
  get storeTakes(): boolean {
    return this.#storeTakes;
  }

  start(): void {
    this.#unsubscribe = this.options.index.onChange(({ current }) => {
      const { id } = current.record;
      if (this.#revisions.get(id)?.revision === current.revision) return;
      const sinceMs = this.options.clock.wallMs();
      this.#revisions.set(id, { revision: current.revision, sinceMs });
    });
    this.#schedule();
  }

  /** Idempotent. */
  close(): void {
    this.#closed = true;
    this.#unsubscribe();
    this.#cancel();
    this.#cancelNews?.();
  }

  seen({ record }: ServedScreen): void {
    const lastSeenMs = this.options.clock.wallMs();
    const sight = this.#sights.get(record.id);
    if (sight === undefined) {
      const { schoolId } = record;
      this.#sights.set(record.id, { schoolId, lastSeenMs, report: undefined, isShared: false });
    } else {
      sight.lastSeenMs = lastSeenMs;
      sight.isShared = false;
    }
  }

  reported(screen: ServedScreen, report: ScreenReport, userAgent: string): void {
    this.seen(screen);
    const sight = this.#sights.get(screen.record.id);
    if (sight === undefined) return;
    const isNews = sight.report === undefined || newsOf(sight.report.report) !== newsOf(report);
    const receivedAtMs = this.options.clock.wallMs();
    sight.report = { receivedAtMs, userAgent: userAgent.slice(0, MAX_USER_AGENT), report };
    if (!isNews) return;
    this.#cancelNews ??= this.options.clock.setTimer(SHARE_NEWS_MS, () => {
      this.#cancelNews = undefined;
      void this.share((one) => one.report !== undefined);
    });
  }

  /** What a school shows, and since when: for a school that this node serves. */
  currentRevision(schoolId: string): CurrentRevision | undefined {
    const known = this.#revisions.get(schoolId);
    const school = this.options.index.school(schoolId);
    return known ?? (school && { revision: school.revision, sinceMs: Number.NEGATIVE_INFINITY });
  }

  /**
   * What all nodes know of a school's screens, by id.
   * @throws StoreUnavailableError
   */
  async sightsOf(schoolId: string): Promise<ReadonlyMap<string, ScreenSightRecord>> {
    const stored = await this.options.store.sights(schoolId);
    const all = new Map(stored.map((sight) => [sight.screenId, sight]));
    for (const screenId of this.options.index.school(schoolId)?.screens.keys() ?? []) {
      const sight = this.#sights.get(screenId);
      if (sight !== undefined) {
        all.set(screenId, newest(all.get(screenId), recordOf(screenId, sight)));
      }
    }
    return all;
  }

  /** Writes what the store has not been told. Never rejects. */
  async share(isDue: (sight: Sight) => boolean = () => true): Promise<void> {
    const bySchool = new Map<string, [string, Sight][]>();
    for (const [screenId, sight] of this.#sights) {
      if (sight.isShared || !isDue(sight)) continue;
      const due = bySchool.get(sight.schoolId) ?? [];
      due.push([screenId, sight]);
      bySchool.set(sight.schoolId, due);
    }
    let isTaken = bySchool.size > 0;
    for (const [schoolId, due] of bySchool) {
      const records = due.map(([screenId, sight]) => recordOf(screenId, sight));
      for (const [, sight] of due) sight.isShared = true;
      try {
        await this.options.store.saveSights(schoolId, records);
      } catch (error) {
        for (const [, sight] of due) sight.isShared = false;
        isTaken = false;
        this.#refused(error);
      }
    }
    if (!isTaken || this.#storeTakes) return;
    this.#storeTakes = true;
    this.options.logger.info('The store takes writes again');
  }

  /** Logs the first refusal of a row. */
  #refused(error: unknown): void {
    if (!this.#storeTakes || this.#closed) return;
    this.#storeTakes = false;
    this.options.logger.error('The store takes no writes; trying on', { reason: String(error) });
  }

  #schedule(): void {
    this.#cancel = this.options.clock.setTimer(SHARE_MS, () => {
      void this.share().then(() => {
        if (!this.#closed) this.#schedule();
      });
    });
  }
}

/** What others should know of soon: the revision, and the alerts that are painted (ALERT-3). */
function newsOf({ revision, alerts }: ScreenReport): string {
  return [revision, ...alerts.map(({ id }) => id)].join(' ');
}

function recordOf(screenId: string, { lastSeenMs, report }: Sight): ScreenSightRecord {
  return { screenId, lastSeenMs, ...(report && { report }) };
}

function newest(a: ScreenSightRecord | undefined, b: ScreenSightRecord): ScreenSightRecord {
  const [report] = [a?.report, b.report]
    .filter((one) => one !== undefined)
    .sort((one, other) => other.receivedAtMs - one.receivedAtMs);
  const lastSeenMs = Math.max(a?.lastSeenMs ?? 0, b.lastSeenMs);
  return { screenId: b.screenId, lastSeenMs, ...(report && { report }) };
}
