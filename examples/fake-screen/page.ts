import '@hallboard/player/element';
import {
  FakeLink,
  FakeServer,
  InMemoryIdentity,
  InMemoryMediaStore,
  InMemorySnapshotStore,
  ManualClock,
  ManualConnectivity,
  SAMPLE_TOKEN,
  seededRandom,
} from '@hallboard/player/testing';

declare global {
  interface Window {
    /** What a test moves: time, the server, and the network between them. */
    fake?: {
      readonly clock: ManualClock;
      readonly server: FakeServer;
      readonly link: FakeLink;
    };
  }
}

const screen = document.querySelector('hallboard-screen');
const notice = document.getElementById('notice');
if (screen === null || notice === null) throw new Error('The page is not whole');

// The page itself, as it is in production.
screen.addEventListener('scenechange', ({ detail: { scene } }) => {
  notice.textContent = scene.kind === 'alert' ? scene.alert.title : 'All is well';
});

// What a test puts in the place of the server, the network, the time and the device.
const clock = new ManualClock();
const server = new FakeServer({ timeline: clock.timeline });
const link = new FakeLink({ server, clock });
screen.options = {
  ports: {
    clock,
    random: seededRandom(1),
    source: link.source,
    channel: link.channel,
    media: link.media,
    store: new InMemorySnapshotStore({ clock }),
    mediaStore: new InMemoryMediaStore({ clock }),
    identity: new InMemoryIdentity({ clock }),
    connectivity: new ManualConnectivity(),
  },
};
screen.setAttribute('token', SAMPLE_TOKEN);
window.fake = { clock, server, link };
