import type { ScreenReport } from '@hallboard/shared';
import { createPlayer, createPlayerWith } from './create-player.js';
import type { Player } from './player.js';
import { PLAYER_EVENTS, type PlayerEventName } from './player-events.js';
import type { WhenExtras } from './player-extras.js';
import type { PlayerOptions, PlayerPorts } from './player-options.js';
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

/** A device in virtual time, on which players can be started one after the other. */
export class TestDevice {
  /** Two minutes before the first lesson. */
  readonly clock = new ManualClock({ timeline: new Timeline(SAMPLE_MIDNIGHT_MS + 478 * 60_000) });
  readonly server = new FakeServer({ timeline: this.clock.timeline });
  readonly link = new FakeLink({ server: this.server, clock: this.clock });
  readonly store = new InMemorySnapshotStore({ clock: this.clock });
  readonly connectivity = new ManualConnectivity();
  readonly logger = new RecordingLogger();
  readonly container = document.body.appendChild(document.createElement('div'));
  readonly reports: ScreenReport[] = [];
  readonly heard: [PlayerEventName, unknown][] = [];
  /** Each socket and each request for a pairing, in their order. */
  readonly asked: string[] = [];
  player: Player | undefined;

  private readonly ports: Partial<PlayerPorts> = {
    clock: this.clock,
    random: seededRandom(1),
    source: this.link.source,
    media: this.link.media,
    channel: {
      open: (listener) => {
        this.asked.push('socket');
        return this.link.channel.open(listener);
      },
    },
    store: this.store,
    identity: new InMemoryIdentity({ clock: this.clock }),
    connectivity: this.connectivity,
    logger: this.logger,
    speaker: { prepare: () => undefined, play: () => () => undefined },
    pairing: {
      request: (kind, _secret, done) => {
        this.asked.push(kind);
        return this.clock.setTimer(10, () => done({ kind: 'waiting', code: 'ABCD2345' }));
      },
    },
    reports: {
      send: (report, _credentials, done) => {
        this.reports.push(report);
        return this.clock.setTimer(10, () => done('taken'));
      },
    },
  };

  /** Opens a player of the sample's screen. */
  open(...[options, ...page]: Parameters<TestDevice['openUnset']>): Player {
    return this.openUnset({ token: SAMPLE_TOKEN, ...options }, ...page);
  }

  /** Opens a player without a token. @param whenExtras @default it has them from its start */
  openUnset(
    options: Partial<PlayerOptions> = {},
    whenExtras?: WhenExtras,
    onCode?: () => void,
  ): Player {
    const ports = { ...this.ports, ...options.ports };
    const given = { container: this.container, ...options, ports };
    const player =
      whenExtras === undefined ? createPlayer(given) : createPlayerWith(given, whenExtras, onCode);
    for (const name of PLAYER_EVENTS) player.on(name, (event) => this.heard.push([name, event]));
    this.player = player;
    return player;
  }

  get names(): PlayerEventName[] {
    return this.heard.map(([name]) => name);
  }

  count(name: PlayerEventName): number {
    return this.names.filter((heard) => heard === name).length;
  }

  get text(): string {
    return this.container.textContent ?? '';
  }

  advanceS(seconds: number): void {
    this.clock.timeline.advance(seconds * 1000);
  }
}
