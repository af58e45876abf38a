import type { Ports } from '../ports/ports.js';
import { FakeLink } from '../testing/fake-link.js';
import {
  FakeServer,
  type FakeServerOptions,
  type ReceivedRequest,
  SAMPLE_TOKEN,
} from '../testing/fake-server.js';
import { InMemoryIdentity } from '../testing/in-memory-identity.js';
import {
  InMemoryMediaStore,
  type InMemoryMediaStoreOptions,
} from '../testing/in-memory-media-store.js';
import { InMemorySnapshotStore } from '../testing/in-memory-snapshot-store.js';
import { ManualClock, type ManualClockOptions } from '../testing/manual-clock.js';
import { ManualConnectivity } from '../testing/manual-connectivity.js';
import { RecordingLogger } from '../testing/recording-logger.js';
import { seededRandom } from '../testing/seeded-random.js';
import { Timeline } from '../testing/timeline.js';
import type { CoreConfig } from './config.js';
import type { Transition } from './create-transition.js';
import { createEarlyCore, type PlayerCore } from './early-core.js';
import type { RingEffect } from './effect.js';
import { checkInvariants } from './invariants.js';
import { createPlayerCore, joinWhole, type WholeCoreOptions } from './player-core.js';
import type { Link, PlayerState } from './state.js';
import { transition } from './transition.js';

export interface TestScreenOptions {
  readonly server?: Partial<FakeServerOptions>;
  readonly clock?: Omit<ManualClockOptions, 'timeline'>;
  readonly mediaStore?: Omit<InMemoryMediaStoreOptions, 'clock'>;
  readonly seed?: number;
  /** The device whose storage it shares, as another tab on it. */
  readonly store?: InMemorySnapshotStore;
  /** Larger where a test lives through days. @default 1000 */
  readonly tickMs?: number;
  /** @default 1 MiB */
  readonly mediaPartBytes?: number;
  /** After each start, what it can show and poll without comes so late. @default at once */
  readonly joinsAfterMs?: number;
  /** To plant a defect. @default transition */
  readonly transition?: Transition;
}

/** One screen with its server and all its ports, in virtual time. Every transition is checked. */
export class TestScreen {
  readonly timeline: Timeline;
  readonly clock: ManualClock;
  readonly server: FakeServer;
  readonly link: FakeLink;
  readonly store: InMemorySnapshotStore;
  readonly mediaStore: InMemoryMediaStore;
  readonly identity: InMemoryIdentity;
  readonly connectivity = new ManualConnectivity();
  readonly logger = new RecordingLogger();
  readonly commands: string[] = [];
  /** What was heard, and when: true time, and what the screen took for it. */
  readonly heard: (RingEffect & { readonly atMs: number; readonly believedMs: number })[] = [];
  readonly broken: string[] = [];
  core: PlayerCore;
  private readonly config: Partial<CoreConfig>;
  private readonly transition: Transition;
  private readonly joinsAfterMs: number | undefined;
  private seed: number;

  constructor(options: TestScreenOptions = {}) {
    this.timeline = options.server?.timeline ?? new Timeline();
    this.clock = new ManualClock({ timeline: this.timeline, ...options.clock });
    this.server = new FakeServer({ ...options.server, timeline: this.timeline });
    this.link = new FakeLink({ server: this.server, clock: this.clock });
    this.store = options.store ?? new InMemorySnapshotStore({ clock: this.clock });
    this.mediaStore = new InMemoryMediaStore({ clock: this.clock, ...options.mediaStore });
    this.identity = new InMemoryIdentity({ clock: this.clock });
    const { tickMs = 1_000, mediaPartBytes } = options;
    this.config = { tickMs, ...(mediaPartBytes !== undefined && { mediaPartBytes }) };
    this.transition = options.transition ?? transition;
    this.joinsAfterMs = options.joinsAfterMs;
    this.seed = options.seed ?? 1;
    this.core = this.createCore();
  }

  get state(): PlayerState {
    return this.core.state();
  }

  /** The revision on the screen. */
  get shown(): string | undefined {
    const { shown } = this.state;
    return shown.kind === 'content' ? shown.generation.revision : undefined;
  }

  get linkKind(): Link['kind'] {
    return this.state.channel.link.kind;
  }

  /** The requests that the server received from the `from`th on. */
  requests(from = 0): readonly ReceivedRequest[] {
    return this.server.received.slice(from);
  }

  /** How long until the next refresh. */
  get nextRefreshMs(): number {
    const { refresh } = this.state.timers;
    if (refresh === undefined) throw new Error('no refresh is scheduled');
    return refresh - this.clock.monotonicMs();
  }

  /** Starts the player and waits until it shows what the server has. */
  startFresh(): this {
    this.core.start();
    this.until(() => this.shown === this.server.revision, 5_000);
    return this;
  }

  /** Starts the player and waits until its socket is open as well. */
  startLive(): this {
    this.startFresh();
    this.until(() => this.linkKind === 'open', 5_000);
    return this;
  }

  /** Cuts the power and starts the device again: what is stored is all that remains. */
  restart(): void {
    this.core.close();
    this.mediaStore.restart();
    this.core = this.createCore();
    this.core.start();
  }

  advance(ms: number): void {
    this.timeline.advance(ms);
    this.check();
  }

  /** Advances until `condition` holds; fails the test if it does not. @returns how long it took. */
  until(condition: () => boolean, withinMs: number): number {
    const startMs = this.timeline.nowMs;
    const hasHappened = this.timeline.advanceUntil(condition, withinMs);
    this.check();
    if (!hasHappened) throw new Error(`not within ${withinMs} ms: ${condition.toString()}`);
    return this.timeline.nowMs - startMs;
  }

  private check(): void {
    const defects = this.logger.entries.filter(({ name }) => name === 'transition.failed');
    const broken = [...this.broken, ...defects.map((entry) => JSON.stringify(entry))];
    if (broken.length > 0) throw new Error([...new Set(broken)].join('\n'));
  }

  private createCore(): PlayerCore {
    const { clock, store, mediaStore, identity, connectivity, logger, link } = this;
    const random = seededRandom(this.seed);
    this.seed += 1;
    const { source, media, channel } = link;
    const common = { clock, random, connectivity, identity, logger };
    const ports: Ports = { ...common, source, store, media, mediaStore, channel };
    const extras: WholeCoreOptions & { readonly ports: Ports } = {
      ports,
      onCommand: (command) => this.commands.push(command),
      onRing: (ring) =>
        this.heard.push({
          ...ring,
          atMs: this.timeline.nowMs,
          believedMs: this.core.trueNowMs(),
        }),
      transition: (state, input) => {
        const result = this.transition(state, input);
        this.broken.push(...checkInvariants(result[0], state));
        return result;
      },
    };
    const own = { token: SAMPLE_TOKEN, config: this.config };
    if (this.joinsAfterMs === undefined) return createPlayerCore({ ...extras, ...own });
    const core = createEarlyCore({ ...own, ports });
    core.subscribe((state) => this.broken.push(...checkInvariants(state)));
    clock.setTimer(this.joinsAfterMs, () => joinWhole(core, extras));
    return core;
  }
}
