import { createPlayer } from '@hallboard/player';
import {
  FakeLink,
  FakeServer,
  InMemoryIdentity,
  InMemoryMediaStore,
  InMemorySnapshotStore,
  ManualClock,
  ManualConnectivity,
  RecordingLogger,
  SAMPLE_TOKEN,
  seededRandom,
} from '@hallboard/player/testing';

/** A screen in `container`, its server, the network between them, and the time they live in. */
export function fakeScreen(container: HTMLElement) {
  const clock = new ManualClock();
  const server = new FakeServer({ timeline: clock.timeline });
  const link = new FakeLink({ server, clock });
  const player = createPlayer({
    container,
    token: SAMPLE_TOKEN,
    ports: {
      clock,
      random: seededRandom(1),
      source: link.source,
      media: link.media,
      channel: link.channel,
      store: new InMemorySnapshotStore({ clock }),
      mediaStore: new InMemoryMediaStore({ clock }),
      identity: new InMemoryIdentity({ clock }),
      connectivity: new ManualConnectivity(),
      logger: new RecordingLogger(),
    },
  });
  return { clock, server, link, player };
}
