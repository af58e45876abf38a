import { setImmediate as nextTurn } from 'node:timers/promises';
import * as v from 'valibot';
import type { Logger } from '../logging/logger.js';
import type { Clock } from '../ports/clock.js';
import type { NoticedScreen, Notifier } from '../ports/notifier.js';
import type { Random } from '../ports/random.js';
import type { SchoolIndex } from '../serving/school-index.js';
import type { Store } from '../store/store.js';
import type { FleetStatus } from './fleet-status.js';
import { awakeSinceMs, SchoolHours } from './school-hours.js';
import { SILENT_AFTER_MS } from './screen-status.js';
import {
  afterLook,
  claimDue,
  EMPTY_LEDGER,
  type Ledger,
  type Look,
  ledgerSchema,
  type Posting,
  withoutDelivered,
} from './silence-ledger.js';

const DOCUMENT = 'silence';
const LOOK_EVERY_MS = 60_000;
/** What nodes' timers and clocks may differ by. */
const SLACK_MS = 5000;
/** Others may write in between so often before a delivery is not noted. */
const MAX_ATTEMPTS = 5;

const textSchema = v.pipe(v.string(), v.parseJson(), ledgerSchema);

export interface SilenceWatchOptions {
  readonly store: Store;
  readonly index: SchoolIndex;
  readonly fleet: Pick<FleetStatus, 'school'>;
  /** Nothing is watched where there is none. */
  readonly notifiers: readonly Notifier[];
  /** The least time between two digests. */
  readonly digestMs: number;
  readonly clock: Clock;
  /** Makes the messages' ids. */
  readonly random: Random;
  readonly logger: Logger;
}

/**
 * Tells whoever looks after the screens which have been silent for 10 min in their school's hours,
 * and which are back (OBS-4). All nodes write one ledger, each on top of what it has read: so one of
 * them looks, one of them sends, and a restart repeats nothing.
 */
export class SilenceWatch {
  readonly #hours = new SchoolHours();
  /** Before this, silence may have been the server's own. */
  #listeningSinceMs: number;
  #cancel: () => void = () => undefined;
  #closed = false;

  constructor(private readonly options: SilenceWatchOptions) {
    this.#listeningSinceMs = options.clock.wallMs();
  }

  start(): void {
    if (this.options.notifiers.length === 0 || this.#closed) return;
    this.#cancel = this.options.clock.setTimer(LOOK_EVERY_MS, () => {
      void this.look().then(() => this.start());
    });
  }

  /** Idempotent. */
  close(): void {
    this.#closed = true;
    this.#cancel();
  }

  /** Looks unless another node just has, and sends what is due. Never rejects. */
  async look(): Promise<void> {
    const { store, clock, logger } = this.options;
    try {
      const nowMs = clock.wallMs();
      const { ledger, version } = await this.#read();
      if (nowMs < ledger.nextLookMs) return;
      const look = await this.#observe(ledger, nowMs);
      const next = {
        ...this.#afterLook(ledger, look),
        nextLookMs: nowMs + LOOK_EVERY_MS - SLACK_MS,
      };
      const claimed = claimDue(next, nowMs);
      const text = JSON.stringify(claimed.ledger);
      if (!(await store.writeDocument(DOCUMENT, text, version))) return;
      await this.#noteDelivered(await this.#send(claimed.due));
    } catch (error) {
      // Others' sights could not be read: what they saw meanwhile is not known.
      this.#listeningSinceMs = clock.wallMs();
      logger.warn('Silent screens cannot be looked for; trying on', { reason: String(error) });
    }
  }

  #afterLook(ledger: Ledger, look: Look): Ledger {
    const { notifiers, digestMs, random } = this.options;
    const channels = notifiers.map(({ channel }) => channel);
    return afterLook(ledger, look, {
      channels,
      digestMs,
      newId: () => random.bytes(8).toString('hex'),
    });
  }

  async #read(): Promise<{ readonly ledger: Ledger; readonly version: number }> {
    const document = await this.options.store.document(DOCUMENT);
    if (document === undefined) return { ledger: EMPTY_LEDGER, version: 0 };
    return { ledger: v.parse(textSchema, document.text), version: document.version };
  }

  async #observe(ledger: Ledger, nowMs: number): Promise<Look> {
    const { index, fleet } = this.options;
    const silent: NoticedScreen[] = [];
    const answering = new Set<string>();
    const inUse = new Set<string>();
    const told = new Set(ledger.told.map(({ school }) => school));
    for (const school of index.schools()) {
      // Each may have a long program to read: in between it is everybody else's turn.
      await nextTurn();
      const { id, zone } = school.record;
      const openSinceMs = this.#hours.openSinceMs(school, nowMs);
      if (openSinceMs === undefined && !told.has(id)) continue;
      for (const { screen, state, lastSeenMs } of (await fleet.school(id)) ?? []) {
        inUse.add(screen.id);
        if (state === 'up' || state === 'stale') answering.add(screen.id);
        if (state !== 'silent' || lastSeenMs === undefined || openSinceMs === undefined) continue;
        const awakeMs = awakeSinceMs(screen, zone, nowMs);
        if (awakeMs === undefined) continue;
        const quietSinceMs = Math.max(lastSeenMs, openSinceMs, awakeMs, this.#listeningSinceMs);
        if (nowMs - quietSinceMs <= SILENT_AFTER_MS) continue;
        const { name } = screen.info;
        silent.push({ school: id, screen: screen.id, name, since: lastSeenMs });
      }
    }
    return { nowMs, silent, answering, inUse };
  }

  /** @returns what was delivered. */
  async #send(due: readonly Posting[]): Promise<readonly Posting[]> {
    const delivered: Posting[] = [];
    for (const posting of due) {
      const { channel, notice, attempts } = posting;
      try {
        await this.options.notifiers.find((one) => one.channel === channel)?.send(notice);
        delivered.push(posting);
      } catch (error) {
        const reason = error instanceof Error ? error.message : 'unknown';
        this.options.logger.warn('A message about screens was not taken; trying on', {
          channel,
          attempts: attempts + 1,
          reason,
        });
      }
    }
    return delivered;
  }

  async #noteDelivered(delivered: readonly Posting[]): Promise<void> {
    for (let attempt = 1; delivered.length > 0 && attempt <= MAX_ATTEMPTS; attempt += 1) {
      const { ledger, version } = await this.#read();
      const text = JSON.stringify(withoutDelivered(ledger, delivered));
      if (await this.options.store.writeDocument(DOCUMENT, text, version)) return;
    }
  }
}
