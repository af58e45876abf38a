import { describe, expect, it } from 'vitest';
import { TestScreen } from './screen.fixture.js';

/** Polling alone, so that each request is a poll's. */
function polling(): TestScreen {
  return new TestScreen({ server: { realtime: 'off' } }).startFresh();
}

describe('a poll', () => {
  it('[POLL-4] [HTTP-7] is a status, and a snapshot only when the revision differs', () => {
    const screen = polling();
    screen.advance(12_000);
    expect(screen.requests(1).map(({ answer }) => answer)).toEqual(['unchanged']);
    expect(screen.requests(1)[0]?.request).toMatchObject({
      kind: 'status',
      revision: 'sample.1',
      screenVersion: 1,
    });
    screen.server.publish();
    screen.until(() => screen.shown === 'sample.2', 20_000);
    expect(screen.requests(2).map(({ request, answer }) => [request.kind, answer])).toEqual([
      ['status', 'changed'],
      ['snapshot', 'body'],
    ]);
    expect(screen.requests(3)[0]?.request).toMatchObject({
      etag: '"sample.1"',
      want: 'sample.2',
      cause: 'poll',
    });
  });

  it('[OBS-1] counts as an announcement what was announced while it asked', () => {
    const screen = new TestScreen({ server: { gateway: { spreadMs: 0 } } }).startLive();
    const before = screen.requests().length;
    screen.until(() => screen.state.network.kind === 'fetching', 46_000);
    screen.server.publish();
    screen.until(() => screen.shown === 'sample.2', 2_000);
    const fetched = screen.requests(before).find(({ request }) => request.kind === 'snapshot');
    expect(fetched?.request).toMatchObject({ want: 'sample.2' });
    expect(fetched?.request).not.toHaveProperty('cause');
  });

  it('[POLL-2] waits 8-10 s after a change, then longer with each unchanged answer', () => {
    const screen = polling();
    screen.advance(300_000);
    const at = screen.requests().map(({ atMs }) => atMs);
    const gaps = at.slice(1).map((ms, index) => ms - (at[index] ?? 0));
    const bounds = [
      [8_000, 10_000],
      [13_600, 17_000],
      [23_120, 28_900],
      [36_000, 45_000],
      [36_000, 45_000],
    ];
    bounds.forEach(([low = 0, high = 0], index) => {
      // The round trip comes on top.
      expect(gaps[index]).toBeGreaterThanOrEqual(low);
      expect(gaps[index]).toBeLessThanOrEqual(high + 100);
    });
    screen.server.publish();
    screen.until(() => screen.shown === 'sample.2', 46_000);
    expect(screen.nextRefreshMs).toBeLessThanOrEqual(10_000);
  });

  it('[P-2] shows a publish within 45 s and the time of its requests', () => {
    const screen = polling();
    for (let published = 0; published < 20; published += 1) {
      screen.advance(137_000);
      const revision = screen.server.publish();
      expect(screen.until(() => screen.shown === revision, 60_000)).toBeLessThan(45_200);
    }
  });

  it('[SRV-4] follows a store that was restored, whose revisions start again lower', () => {
    const screen = polling();
    for (let published = 0; published < 3; published += 1) screen.server.publish();
    screen.until(() => screen.shown === 'sample.4', 46_000);
    screen.server.school.restore('restored');
    screen.until(() => screen.shown === 'restored.1', 46_000);
  });

  it('[SNAP-8] takes a changed screen object without asking for the snapshot', () => {
    const screen = polling();
    screen.server.changeScreen({ name: 'Library' });
    screen.until(() => screen.requests().some(({ answer }) => answer === 'changed'), 20_000);
    screen.advance(100);
    expect(screen.state.shown).toMatchObject({ generation: { screen: { name: 'Library' } } });
    expect(screen.requests(1).map(({ request }) => request.kind)).toEqual(['status']);
    expect(screen.nextRefreshMs).toBeLessThanOrEqual(10_000);
  });
});

describe('a request that hangs', () => {
  it('[POLL-4] is given up after 6 s for a status, and counts as failed', () => {
    const screen = polling();
    screen.link.requestFault = { kind: 'lost' };
    screen.until(() => screen.state.network.kind === 'fetching', 12_000);
    expect(screen.until(() => screen.state.network.kind === 'idle', 10_000)).toBe(6_000);
    expect(screen.state.contact).toMatchObject({ kind: 'failing', failure: { cause: 'timeout' } });
  });

  it('[POLL-4] is given up after 15 s for a snapshot', () => {
    const screen = new TestScreen();
    screen.link.requestFault = { kind: 'lost' };
    screen.core.start();
    screen.until(() => screen.state.network.kind === 'fetching', 2_000);
    expect(screen.until(() => screen.state.network.kind === 'idle', 20_000)).toBe(15_000);
  });

  it('[WS-5] is ignored when it answers after all', () => {
    const screen = polling();
    screen.link.requestFault = { kind: 'slow', latencyMs: 7_000 };
    screen.until(() => screen.state.contact.kind === 'failing', 20_000);
    screen.advance(1_500);
    expect(screen.state.contact.kind).toBe('failing');
  });
});

describe('a 304', () => {
  it('that names another revision than the one held leads to the content', () => {
    const screen = polling();
    screen.server.publish();
    screen.link.requestFault = ({ kind }) =>
      kind === 'status' ? { kind: 'not-modified' } : undefined;
    screen.until(() => screen.shown === 'sample.2', 20_000);
  });

  it('[HTTP-1] to a request for the whole body is no answer', () => {
    const screen = polling();
    screen.server.publish();
    screen.link.requestFault = { kind: 'not-modified' };
    screen.until(() => screen.state.contact.kind === 'failing', 20_000);
    expect(screen.requests(1).map(({ request }) => 'etag' in request)).toEqual([
      false,
      true,
      false,
    ]);
    expect(screen.shown).toBe('sample.1');
    screen.link.heal();
    screen.until(() => screen.shown === 'sample.2', 46_000);
  });
});

describe('the budget', () => {
  it("[P-4] keeps within the display API's limit, however many invalidates come", () => {
    const screen = new TestScreen({ server: { gateway: { spreadMs: 0 } } }).startLive();
    const before = screen.requests().length;
    for (let published = 0; published < 120; published += 1) {
      screen.server.publish();
      screen.advance(500);
    }
    expect(screen.server.limited).toBe(0);
    expect(screen.requests(before).length).toBeLessThanOrEqual(63);
    expect(screen.requests(before).length).toBeGreaterThan(40);
    screen.until(() => screen.shown === screen.server.revision, 3_000);
  });
});
