// @vitest-environment happy-dom
import type { ScreenReport } from '@hallboard/shared';
import { afterEach, describe, expect, it } from 'vitest';
import { createPlayerWith } from './create-player.js';
import type { Player } from './player.js';
import { EXTRAS, type Extras } from './player-extras.js';
import {
  FakeLink,
  FakeServer,
  InMemoryIdentity,
  InMemorySnapshotStore,
  ManualClock,
  ManualConnectivity,
  RecordingLogger,
  SAMPLE_MIDNIGHT_MS,
  SAMPLE_TOKEN,
  seededRandom,
  Timeline,
} from './testing/index.js';

const MINUTE_MS = 60_000;

let player: Player | undefined;
afterEach(() => player?.close());

/** A player whose second script comes when the test says so. */
function setUp(token: string | undefined) {
  const clock = new ManualClock({ timeline: new Timeline(SAMPLE_MIDNIGHT_MS + 478 * MINUTE_MS) });
  const server = new FakeServer({ timeline: clock.timeline });
  const link = new FakeLink({ server, clock });
  const reports: ScreenReport[] = [];
  const asked: string[] = [];
  let arrive: (extras: Extras) => void = () => undefined;
  const container = document.body.appendChild(document.createElement('div'));
  const opened = createPlayerWith(
    {
      container,
      ...(token !== undefined && { token }),
      onPaired: () => undefined,
      ports: {
        clock,
        random: seededRandom(1),
        source: link.source,
        channel: {
          open(listener) {
            asked.push('socket');
            return link.channel.open(listener);
          },
        },
        store: new InMemorySnapshotStore({ clock }),
        identity: new InMemoryIdentity({ clock }),
        connectivity: new ManualConnectivity(),
        logger: new RecordingLogger(),
        speaker: { prepare: () => undefined, play: () => () => undefined },
        pairing: {
          request(kind, _secret, done) {
            asked.push(kind);
            return clock.setTimer(10, () => done({ kind: 'waiting', code: 'ABCD2345' }));
          },
        },
        reports: {
          send(report, _credentials, done) {
            reports.push(report);
            return clock.setTimer(10, () => done('taken'));
          },
        },
      },
    },
    (use) => {
      arrive = use;
    },
  );
  player = opened;
  const noted: Extras = Object.fromEntries(
    Object.entries(EXTRAS).map(([name, make]) => [
      name,
      (given: unknown) => {
        asked.push(name);
        return make(given);
      },
    ]),
  );
  return {
    opened,
    container,
    reports,
    asked,
    server,
    arrive: () => arrive(noted),
    advanceS: (seconds: number) => clock.timeline.advance(seconds * 1_000),
  };
}

describe('createPlayerWith', () => {
  it('[PAGE-3, P-1, P-3] shows and polls before its extras come, and is whole after', () => {
    const { opened, container, reports, server, arrive, advanceS } = setUp(SAMPLE_TOKEN);
    opened.notePageError('later_script');
    advanceS(60);
    expect(container.textContent).toContain('Riverside School');
    const revision = server.publish();
    advanceS(60);
    expect(opened.status()).toMatchObject({ revision, connection: 'polling', sound: 'unknown' });
    expect(reports.pop()).toMatchObject({ revision, lastError: { code: 'later_script' } });

    arrive();
    advanceS(10);
    expect(opened.status()).toMatchObject({ connection: 'live', sound: 'off' });
  });

  it('[PAGE-3] does nothing with extras that come after its end', () => {
    const { opened, container, asked, arrive, advanceS } = setUp(SAMPLE_TOKEN);
    advanceS(20);
    opened.close();
    arrive();
    advanceS(60);
    expect(container.childElementCount).toBe(0);
    expect(asked).toEqual([]);
  });

  it('[PAGE-3, BIND-5] pairs a screen without a token once they are there', () => {
    const { container, asked, arrive, advanceS } = setUp(undefined);
    advanceS(20);
    expect(asked).toEqual([]);
    arrive();
    advanceS(10);
    expect(container.textContent).toContain('ABC D2345');
  });
});
