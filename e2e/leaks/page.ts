import { createPlayer } from '@hallboard/player';
import {
  FakeLink,
  FakeServer,
  InMemoryIdentity,
  InMemorySnapshotStore,
  ManualClock,
  ManualConnectivity,
  SAMPLE_MIDNIGHT_MS,
  SAMPLE_TOKEN,
  seededRandom,
  Timeline,
} from '@hallboard/player/testing';
import type { Snapshot } from '@hallboard/shared';

const MINUTE_MS = 60_000;
const NOON_MS = SAMPLE_MIDNIGHT_MS + 12 * 60 * MINUTE_MS;
const ABNORMAL = 1006;

declare global {
  interface Window {
    /** Lives through the next hour; resolves with what is then on the screen. */
    liveAnHour?: () => Promise<string>;
  }
}

const container = document.getElementById('screen');
if (container === null) throw new Error('the page has no element #screen');

// From noon, so that midnight is in the middle.
const timeline = new Timeline(NOON_MS);
const clock = new ManualClock({ timeline });
const server = new FakeServer({ timeline, keepsRequests: false });
const link = new FakeLink({ server, clock });
const connectivity = new ManualConnectivity();
createPlayer({
  container,
  token: SAMPLE_TOKEN,
  serverUrl: 'http://hallboard.test',
  ports: {
    clock,
    connectivity,
    random: seededRandom(1),
    source: link.source,
    channel: link.channel,
    store: new InMemorySnapshotStore({ clock }),
    identity: new InMemoryIdentity({ clock }),
    logger: { log: () => undefined },
  },
});

/** What befalls the screen in each hour, by the minute. */
const HOUR: Readonly<Record<number, () => void>> = {
  5: () => publishNotices(3),
  10: () => publishAlert('Rehearsal', 5),
  20: () => server.gateway.close(ABNORMAL),
  25: () => publishNotices(5),
  30: () => link.goDown(),
  33: () => link.heal(),
  40: () => connectivity.emit('wake'),
  45: () => publishNotices(1),
  50: () => server.changeScreen({ name: `Hall ${new Date(timeline.nowMs).getUTCHours()}` }),
  // Every hour ends on the same picture, so that two hours can be compared.
  58: () => publishAlert('End of the hour', 3),
};

window.liveAnHour = async () => {
  for (let minute = 0; minute < 60; minute += 1) {
    HOUR[minute]?.();
    timeline.advance(MINUTE_MS);
    // What the browser does between frames belongs to it.
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  }
  return container.textContent ?? '';
};

function publishNotices(count: number): void {
  const announcements = Array.from({ length: count }, (_, index) => ({
    id: `n${index}`,
    level: 'info' as const,
    title: `Notice ${index} of ${timeline.nowMs}`,
    groups: [],
  }));
  publish({ announcements, alerts: [] });
}

function publishAlert(title: string, minutes: number): void {
  const startsAt = timeline.nowMs;
  const expiresAt = startsAt + minutes * MINUTE_MS;
  publish({
    alerts: [
      { id: `a${startsAt}`, kind: 'lockdown', title, groups: [], startsAt, expiresAt, drill: true },
    ],
  });
}

function publish(changes: Partial<Snapshot>): void {
  server.publish((snapshot) => ({ ...snapshot, ...changes }));
}
