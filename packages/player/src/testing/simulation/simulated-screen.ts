import { createTransition, type Transition } from '../../core/create-transition.js';
import { createEarlyCore, type PlayerCore } from '../../core/early-core.js';
import type { Effect } from '../../core/effect.js';
import { joinWhole } from '../../core/player-core.js';
import type { PlayerState } from '../../core/state.js';
import type { Cancel } from '../../ports/clock.js';
import { FakeLink } from '../fake-link.js';
import type { FakeServer } from '../fake-server.js';
import { InMemoryIdentity } from '../in-memory-identity.js';
import { InMemoryMediaStore } from '../in-memory-media-store.js';
import { InMemorySnapshotStore } from '../in-memory-snapshot-store.js';
import { ManualClock } from '../manual-clock.js';
import { ManualConnectivity } from '../manual-connectivity.js';
import { seededRandom } from '../seeded-random.js';
import { BellWatch } from './bell-watch.js';
import { Deadlines } from './deadlines.js';
import type { ScreenMishap } from './fault.js';
import type { FleetWatch } from './fleet-watch.js';
import { drawKeyed } from './keyed-draw.js';
import type { Published } from './published.js';
import { ScreenWatch } from './screen-watch.js';
import type { Report } from './violation.js';

export interface SimulatedScreenOptions {
  readonly index: number;
  readonly seed: number;
  readonly server: FakeServer;
  readonly published: Published;
  readonly fleet: FleetWatch;
  /** Longer than a real screen's, where nothing needs the ticks between. */
  readonly tickMs: number;
  /** When it will stand still, true time, in order: those ticks it needs. */
  readonly standstillsMs: readonly number[];
  readonly transition: Transition;
  /** Of its starts, the share on which the second script comes late. */
  readonly lateJoins: number;
  readonly report: Report;
}

type PowerCut = Extract<ScreenMishap, { readonly kind: 'power-cut' }>;

const SLOWEST_LATENCY_MS = 60;
const WORST_DRIFT_PPM = 50;
/** Of a screen that ticks each second, the tick that a standstill holds up was due about then. */
const HELD_UP_AFTER_MS = 500;
/** The sound is off on the last of so many screens. */
const SILENT_EVERY = 4;
/** The second script comes within hours at last, mostly sooner. */
const SOONEST_JOIN_MS = 100;
const JOIN_GROWTH = 10 ** 5;
/** What a screen lives by until then. */
const earlyTransition = createTransition();
/** The sample's files take a few requests each. */
const MEDIA_PART_BYTES = 1_000;

/** A device on a wall, and the player on it for as long as there is power. */
export class SimulatedScreen {
  readonly index: number;
  readonly clock: ManualClock;
  readonly link: FakeLink;
  readonly store: InMemorySnapshotStore;
  readonly mediaStore: InMemoryMediaStore;
  readonly identity: InMemoryIdentity;
  readonly connectivity = new ManualConnectivity();
  readonly deadlines = new Deadlines();
  readonly bells: BellWatch;
  readonly latencyMs: number;
  /** What is going on that keeps the player's promises from being kept. */
  troubles = 0;
  /** What is going on with its sockets alone. */
  socketTroubles = 0;
  /** What is going on with its media alone. */
  mediaTroubles = 0;
  /** True time; when anything last happened to the screen. */
  disturbedAtMs: number;
  events = 0;
  boots = 0;
  private readonly options: SimulatedScreenOptions;
  private readonly token: string;
  private core: PlayerCore | undefined;
  private watch: ScreenWatch | undefined;
  /** Where the power is about to fail. */
  private cut: { awaits: PowerCut['awaits']; effectsLeft: number } | undefined;
  private onDead: () => void = () => undefined;
  private endWaitForJoin: Cancel = () => undefined;
  private isDead = false;
  /** Whether a copy was on the device, and nothing but writes has come over it since. */
  private isKept = false;
  /** Since the player last looked at its clocks. Together they hide each other from it. */
  private hasSlept = false;
  private hasJumped = false;
  /** How many standstills have begun. */
  private standstills = 0;

  constructor(options: SimulatedScreenOptions) {
    const { index, seed, server } = options;
    const { timeline } = server;
    this.options = options;
    this.index = index;
    this.token = `screen-${index}`;
    const on = index % SILENT_EVERY !== SILENT_EVERY - 1;
    server.school.addScreen(this.token, { sound: { on, volume: 0.5 } });
    const driftPpm = WORST_DRIFT_PPM * (2 * drawKeyed(seed, `drift/${index}`, 0) - 1);
    this.latencyMs = 5 + drawKeyed(seed, `latency/${index}`, 0) * SLOWEST_LATENCY_MS;
    this.clock = new ManualClock({ timeline, driftPpm });
    this.link = new FakeLink({ server, clock: this.clock, latencyMs: this.latencyMs });
    this.store = new InMemorySnapshotStore({ clock: this.clock });
    this.bells = new BellWatch(this.store, options.report);
    this.mediaStore = new InMemoryMediaStore({ clock: this.clock });
    this.identity = new InMemoryIdentity({ clock: this.clock, deviceId: `device-${index}` });
    this.disturbedAtMs = timeline.nowMs;
  }

  get state(): PlayerState | undefined {
    return this.core?.state();
  }

  /** Whether an intact copy is on the device. */
  get hasCopy(): boolean {
    return this.options.published.newestIntact(this.store.generations) !== undefined;
  }

  /** Starts the device: all that it knows is what it has stored. */
  powerOn(): void {
    if (this.core !== undefined) return;
    const { options, clock, store, mediaStore, identity, connectivity, token, deadlines } = this;
    const { server, published, report, seed, index, tickMs } = options;
    const { source, media, channel } = this.link;
    const random = seededRandom(drawKeyed(seed, `boot/${index}`, this.boots) * 2 ** 32);
    this.boots += 1;
    this.isDead = false;
    this.bells.booted();
    this.watch = new ScreenWatch({
      server,
      published,
      deadlines,
      report,
      hasCopy: () => this.hasCopy,
      isTroubled: () => this.troubles > 0,
      hasSocketTrouble: () => this.socketTroubles > 0,
      hasMediaTrouble: () => this.mediaTroubles > 0,
      mediaStore,
    });
    this.checkCopy();
    // With nothing to show it asks at once (POLL-6).
    if (!this.isKept) this.options.fleet.told(server.timeline.nowMs);
    deadlines.booted(server.timeline.nowMs, store.fault === undefined || store.fault === 'full');
    const own = { clock, random, connectivity, identity, logger: SILENT };
    const ports = { ...own, source, store, media, mediaStore, channel };
    const core = createEarlyCore({
      ports,
      token,
      config: { tickMs, mediaPartBytes: MEDIA_PART_BYTES },
      transition: (state, input) => this.live(earlyTransition, state, input),
    });
    this.core = core;
    const transition: Transition = (state, input) => this.live(options.transition, state, input);
    this.joinInTime(() => joinWhole(core, { ports, transition }));
    core.start();
  }

  /** At once, or when the second script has come: until then it can do no more than its part (PAGE-3). */
  private joinInTime(join: () => void): void {
    const { options, bells, deadlines, clock } = this;
    const draw = (purpose: string): number =>
      drawKeyed(options.seed, `${purpose}/${this.index}`, this.boots);
    if (draw('is-late') >= options.lateJoins) {
      join();
      return;
    }
    this.socketTroubles += 1;
    this.mediaTroubles += 1;
    bells.stalled();
    const end = (): void => {
      this.endWaitForJoin = () => undefined;
      this.socketTroubles -= 1;
      this.mediaTroubles -= 1;
      bells.resumed();
      deadlines.disturbed(clock.timeline.nowMs);
    };
    const cancel = clock.setTimer(SOONEST_JOIN_MS * JOIN_GROWTH ** draw('joins'), () => {
      end();
      join();
    });
    this.endWaitForJoin = () => {
      cancel();
      end();
    };
  }

  /**
   * Cuts the power as soon as the player has done something again, and then as many more effects
   * as the mishap says.
   */
  cutPower(mishap: PowerCut, then: () => void): void {
    if (this.core === undefined) return;
    this.cut = { awaits: mishap.awaits, effectsLeft: mishap.afterEffects + 1 };
    this.onDead = () => {
      // No goodbye: the server finds out by itself.
      const { socketFault } = this.link;
      this.link.socketFault = { kind: 'half-open' };
      this.store.cutPower(mishap.write);
      this.mediaStore.restart(mishap.write);
      this.core?.close();
      this.core = undefined;
      this.endWaitForJoin();
      this.link.socketFault = socketFault;
      then();
    };
  }

  sleep(forMs: number): void {
    this.clock.sleep(forMs);
    this.hasSlept = true;
  }

  jumpWall(byMs: number): void {
    this.clock.jumpWall(byMs);
    this.hasJumped = true;
  }

  close(): void {
    this.core?.close();
    this.core = undefined;
    this.endWaitForJoin();
  }

  /** The device has lost what it kept, or some of it: nothing can be promised of the rest. */
  loseCopies(): void {
    this.isKept = false;
  }

  /** Once a copy has been kept, no write and no power cut takes the last one away (STORE-2). */
  private checkCopy(): void {
    const { hasCopy } = this;
    if (this.isKept && !hasCopy) this.options.report('STORE-2', 'no copy is left on the device');
    this.isKept = hasCopy;
  }

  private live(
    transition: Transition,
    state: PlayerState,
    input: Parameters<Transition>[1],
  ): ReturnType<Transition> {
    if (this.isDead) return [state, []];
    const { fleet, server } = this.options;
    const [stepped, effects] = transition(state, input);
    const next = this.withHeldUpTick(stepped, input.at);
    this.events += 1;
    if (this.hasSlept && this.hasJumped) this.watch?.time.blur();
    this.hasSlept = false;
    this.hasJumped = false;
    this.watch?.after(state, next, input, effects);
    const { event } = input;
    const isRefresh = event.kind === 'timer' && event.name === 'refresh';
    if (isRefresh && next.shown.kind === 'content' && next.network.kind === 'fetching') {
      fleet.refreshed(server.timeline.nowMs);
    }
    if (event.kind === 'saved') this.checkCopy();
    const run = this.cut === undefined ? effects : this.lastEffects(effects, this.cut);
    const { nowMs } = server.timeline;
    this.bells.after(next, run, nowMs, this.watch?.time.toleranceMs(nowMs));
    return [next, run];
  }

  /** By a tick that is overdue a screen sees that it stood still (POLL-6). */
  private withHeldUpTick(state: PlayerState, at: number): PlayerState {
    const { server, standstillsMs } = this.options;
    const { nowMs } = server.timeline;
    while ((standstillsMs[this.standstills] ?? nowMs) < nowMs) this.standstills += 1;
    const standstillMs = standstillsMs[this.standstills];
    const { tick } = state.timers;
    if (standstillMs === undefined || tick === undefined) return state;
    const heldUpMs = at + standstillMs - nowMs + HELD_UP_AFTER_MS;
    if (heldUpMs >= tick) return state;
    return { ...state, timers: { ...state.timers, tick: heldUpMs } };
  }

  /** What is still run of `effects` before the power fails. */
  private lastEffects(effects: readonly Effect[], cut: NonNullable<typeof this.cut>): Effect[] {
    const run: Effect[] = [];
    for (const effect of effects) {
      run.push(effect);
      if (effect.kind === 'save') cut.awaits = 'anything';
      if (effect.kind === 'log' || cut.awaits === 'write') continue;
      cut.effectsLeft -= 1;
      if (cut.effectsLeft > 0) continue;
      this.cut = undefined;
      this.isDead = true;
      this.options.server.timeline.after(0, this.onDead);
      break;
    }
    return run;
  }
}

const SILENT = { log: () => undefined };
