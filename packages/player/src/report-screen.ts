import type { ScreenReport } from '@hallboard/shared';
import type { RefreshFailure } from './core/state.js';
import type { Painted } from './player-teller.js';
import type { Cancel, Clock } from './ports/clock.js';
import type { Random } from './ports/random.js';
import type { ReportSink } from './ports/report-sink.js';

/** Without news a report is sent this often, give or take a fifth. */
const REGULAR_MS = 300_000;
/** News is told within this, so that a fleet does not tell it at once (P-4). */
const NEWS_MS = 10_000;
const ALERT_NEWS_MS = 2_000;
/** A report that was lost is followed by the next one after this. */
const LOST_MS = 60_000;
const TIMEOUT_MS = 15_000;
/** How long a server that takes no reports is left alone. */
const UNSUPPORTED_MS = 3_600_000;
const MAX_ALERTS = 20;

export interface ReporterOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly reports: ReportSink;
  readonly token: string;
  readonly build: string | undefined;
}

/** Tells the server what the player knows of itself (OBS-3), one report at a time. */
export interface Reporter {
  /**
   * Called after each painting, at least once a second, which is its only clock.
   * @param nowMs the core's `trueNowMs()`.
   */
  painted(painted: Painted, nowMs: number): void;
  /** What went wrong in the page around the player; told with the next report. */
  noteError(code: string): void;
  stop(): void;
}

/** A moment by the monotonic clock: true time may not be known yet. */
type At = number;

export function createReporter({
  clock,
  random,
  reports,
  token,
  build,
}: ReporterOptions): Reporter {
  const alerts = new Map<string, At>();
  let painted: { readonly revision: string; readonly at: At } | undefined;
  let lastError: { readonly code: string; readonly at: At } | undefined;
  let failures = 0;
  let dueAt = Infinity;
  let sending: { readonly at: At; readonly cancel: Cancel } | undefined;

  /** @param ms at the longest. */
  const within = (at: At, ms: number): void => {
    dueAt = Math.min(dueAt, at + ms * random.next());
  };

  function note({ state, status, scene }: Painted, at: At): void {
    const { contact } = state;
    const failed = contact.kind === 'failing' ? contact.failures : 0;
    if (contact.kind === 'failing' && failed !== failures) {
      lastError = { code: codeOf(contact.failure), at };
    }
    failures = failed;
    if (
      scene !== undefined &&
      status.revision !== undefined &&
      status.revision !== painted?.revision
    ) {
      painted = { revision: status.revision, at };
      within(at, NEWS_MS);
    }
    if (scene?.kind === 'alert' && !alerts.has(scene.alert.id)) {
      alerts.set(scene.alert.id, at);
      within(at, ALERT_NEWS_MS);
    }
  }

  function send({ state, status }: Painted, nowMs: number, at: At): void {
    const { contact, identity, network, shown, storage } = state;
    // Not beside a refresh, nor where refreshes fail.
    if (network.kind !== 'idle' || contact.kind !== 'accepted') return;
    if (identity.kind !== 'known' || shown.kind !== 'content' || painted === undefined) return;
    const instant = (moment: At): number => Math.max(0, Math.round(nowMs + moment - at));
    const report: ScreenReport = {
      revision: painted.revision,
      paintedAt: instant(painted.at),
      ...(storage.kind === 'ready' && { storage: storage.rung, boots: storage.memory.boots ?? 1 }),
      clockOffsetMs: Math.round(clock.wallMs() - nowMs),
      ...(lastError && { lastError: { code: lastError.code, at: instant(lastError.at) } }),
      skippedItems: shown.skippedItems,
      alerts: [...alerts]
        .slice(-MAX_ALERTS)
        .map(([id, moment]) => ({ id, paintedAt: instant(moment) })),
      ...(status.sound === 'audible' && { soundAudible: true }),
      ...(status.sound === 'muted' && { soundAudible: false }),
      ...(build !== undefined && { build }),
    };
    dueAt = at + REGULAR_MS * (0.8 + 0.4 * random.next());
    const credentials = { token, deviceId: identity.identity.deviceId };
    const cancel = reports.send(report, credentials, (outcome) => {
      sending = undefined;
      if (outcome === 'failed') within(clock.monotonicMs(), LOST_MS);
      if (outcome === 'unsupported') dueAt = clock.monotonicMs() + UNSUPPORTED_MS;
    });
    sending = { at, cancel };
  }

  return {
    painted(now, nowMs) {
      const at = clock.monotonicMs();
      note(now, at);
      if (sending !== undefined && at - sending.at > TIMEOUT_MS) {
        sending.cancel();
        sending = undefined;
        within(at, LOST_MS);
      }
      if (sending === undefined && at >= dueAt) send(now, nowMs, at);
    },
    noteError(code) {
      lastError = { code, at: clock.monotonicMs() };
    },
    stop: () => sending?.cancel(),
  };
}

function codeOf(failure: RefreshFailure): string {
  return failure.cause === 'rejected' ? failure.code : failure.cause;
}
