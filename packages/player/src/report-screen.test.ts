import { type Alert, check, type ScreenReport, screenReportSchema } from '@hallboard/shared';
import { describe, expect, it } from 'vitest';
import { TestScreen } from './core/screen.fixture.js';
import { statusOf } from './player-status.js';
import type { ReportOutcome } from './ports/report-sink.js';
import { present } from './present.js';
import { createReporter, type Reporter } from './report-screen.js';
import { seededRandom } from './testing/seeded-random.js';

const MINUTE_MS = 60_000;

interface Sent {
  readonly atMs: number;
  readonly report: ScreenReport;
  readonly deviceId: string;
  readonly isFetching: boolean;
}

/** A screen that reports, to a server that answers each report with `answer`, if with anything. */
function reporting(answer?: ReportOutcome) {
  const screen = new TestScreen();
  const sent: Sent[] = [];
  const world = { screen, sent, answer, cancelled: 0 };
  const { clock } = screen;
  const reporter: Reporter = createReporter({
    clock,
    random: seededRandom(7),
    token: 'sample-token',
    build: 'b1',
    reports: {
      send(report, { deviceId }, done) {
        const isFetching = screen.state.network.kind !== 'idle';
        sent.push({ atMs: screen.timeline.nowMs, report, deviceId, isFetching });
        const { answer: outcome } = world;
        const stop =
          outcome === undefined ? () => undefined : clock.setTimer(50, () => done(outcome));
        return () => {
          world.cancelled += 1;
          stop();
        };
      },
    },
  });
  const paint = (): void => {
    const { state } = screen;
    const view = present(state, screen.core.trueNowMs());
    const scene = view.kind === 'content' ? view.scene : undefined;
    reporter.painted(
      { state, status: statusOf(state, true, 'muted'), scene },
      screen.core.trueNowMs(),
    );
  };
  screen.core.subscribe(paint);
  return { ...world, world, reporter };
}

function alertNow(screen: TestScreen): Alert {
  const startsAt = screen.timeline.nowMs;
  const words = { id: 'a1', kind: 'lockdown', title: 'Lockdown' } as const;
  return { ...words, groups: [], startsAt, expiresAt: startsAt + 60 * MINUTE_MS, drill: false };
}

describe('createReporter', () => {
  it('[TIME-6] tells that the browser lets nobody hear it', () => {
    const { screen, sent } = reporting('taken');
    screen.startFresh();
    screen.advance(15_000);
    expect(sent[0]?.report.soundAudible).toBe(false);
  });

  it('[OBS-3] tells what is painted since when, and how the device is', () => {
    const { screen, sent } = reporting('taken');
    screen.startFresh();
    const paintedMs = screen.timeline.nowMs;
    screen.advance(15_000);
    expect(sent).toHaveLength(1);
    const { report, deviceId } = sent[0] ?? {};
    expect(check(screenReportSchema, report)).toEqual({ ok: true, value: report });
    expect(report).toMatchObject({
      revision: 'sample.1',
      storage: screen.state.storage.kind === 'ready' ? screen.state.storage.rung : undefined,
      boots: 1,
      skippedItems: 0,
      alerts: [],
      build: 'b1',
    });
    expect(Math.abs((report?.paintedAt ?? 0) - paintedMs)).toBeLessThan(2000);
    expect(deviceId).toBe('sample-device');
  });

  it('[PAGE-3, OBS-3] tells what failed in the page around the player', () => {
    const { screen, sent, reporter } = reporting('taken');
    screen.startFresh();
    reporter.noteError('later_script');
    screen.advance(15_000);
    expect(sent[0]?.report.lastError?.code).toBe('later_script');
    expect(check(screenReportSchema, sent[0]?.report).ok).toBe(true);
  });

  it('[P-4] says nothing new every 5 min, give or take, and only between refreshes', () => {
    const { screen, sent } = reporting('taken');
    screen.startFresh();
    screen.advance(60 * MINUTE_MS);
    const gaps = sent.slice(1).map(({ atMs }, at) => atMs - (sent[at]?.atMs ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(4 * MINUTE_MS);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(6 * MINUTE_MS + 10_000);
    expect(new Set(gaps).size).toBeGreaterThan(gaps.length / 2);
    expect(sent.some(({ isFetching }) => isFetching)).toBe(false);
  });

  it('[OBS-3] tells of another revision within 10 s', () => {
    const { screen, sent } = reporting('taken');
    screen.startLive();
    screen.advance(MINUTE_MS);
    const before = sent.length;
    screen.server.publish();
    screen.until(() => screen.shown === 'sample.2', 15_000);
    screen.advance(11_000);
    expect(sent.slice(before).map(({ report }) => report.revision)).toEqual(['sample.2']);
  });

  it('[ALERT-3] tells which alert was painted and when, in every report from then on', () => {
    const { screen, sent } = reporting('taken');
    screen.startLive();
    screen.advance(MINUTE_MS);
    const before = sent.length;
    const alert = alertNow(screen);
    screen.server.publish((snapshot) => ({ ...snapshot, alerts: [alert] }), { urgent: true });
    screen.until(() => screen.shown === 'sample.2', 5_000);
    const paintedMs = screen.timeline.nowMs;
    screen.advance(4_000);
    expect(sent.length).toBe(before + 1);
    const told = sent.at(-1)?.report.alerts ?? [];
    expect(told).toMatchObject([{ id: 'a1' }]);
    expect(Math.abs((told[0]?.paintedAt ?? 0) - paintedMs)).toBeLessThan(1500);
    screen.advance(10 * MINUTE_MS);
    expect(sent.at(-1)?.report.alerts).toHaveLength(1);
  });

  it('[HTTP-8] loses nothing else with a report: the next follows within a minute', () => {
    const { screen, sent } = reporting('failed');
    screen.startFresh();
    screen.advance(10 * MINUTE_MS);
    expect(sent.length).toBeGreaterThan(9);
    expect(screen.state.contact.kind).toBe('accepted');
    expect(screen.shown).toBe('sample.1');
  });

  it('has one report under way at a time, and gives one up that hangs', () => {
    const { screen, sent, world } = reporting(undefined);
    screen.startFresh();
    screen.advance(11_000);
    expect([sent.length, world.cancelled]).toEqual([1, 0]);
    screen.advance(2 * MINUTE_MS);
    expect(world.cancelled).toBeGreaterThan(0);
    expect(sent.length - world.cancelled).toBeLessThanOrEqual(1);
  });

  it('leaves a server alone for an hour that takes no reports', () => {
    const { screen, sent } = reporting('unsupported');
    screen.startFresh();
    screen.advance(59 * MINUTE_MS);
    expect(sent).toHaveLength(1);
    screen.advance(2 * MINUTE_MS);
    expect(sent).toHaveLength(2);
  });

  it('[OBS-3] tells the newest error once the server is back, and asks nothing before', () => {
    const { screen, sent } = reporting('taken');
    screen.startFresh();
    screen.advance(MINUTE_MS);
    const before = sent.length;
    screen.link.goDown();
    screen.advance(20 * MINUTE_MS);
    expect(sent).toHaveLength(before);
    screen.link.heal();
    screen.advance(2 * MINUTE_MS);
    expect(sent.at(-1)?.report.lastError).toMatchObject({ code: 'network' });
  });
});
