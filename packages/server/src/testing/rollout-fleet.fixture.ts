import type { Bus } from '../bus/bus.js';
import { createInProcessBus } from '../bus/in-process/in-process-bus.js';
import { positionOf } from '../flags/position.js';
import { createRollout, type Rollout } from '../flags/rollout/create-rollout.js';
import { ROLLOUT_STEP_MS } from '../flags/rollout/rollout-driver.js';
import { createPinoLogger } from '../logging/pino-logger.js';
import type { Clock } from '../ports/clock.js';
import { type FlagsRecord, INITIAL_FLAGS, type RolloutRecord } from '../store/flag-records.js';
import { openLibsqlStore } from '../store/libsql/libsql-store.js';
import type { Store } from '../store/store.js';
import { ManualClock } from './manual-clock.fixture.js';
import { createSeededRandom } from './seeded-random.fixture.js';
import { StoreFaults } from './store-faults.fixture.js';

/** What goes wrong at the screens of a rollout. */
export type FleetFault = 'disconnects' | 'rejections' | 'found-by-poll' | 'latency';

const REASONS: Readonly<Record<FleetFault, RegExp>> = {
  disconnects: /of sockets ended abnormally/,
  rejections: /of screens refused a device/,
  'found-by-poll': /found by a poll/,
  latency: /p95 of snapshots/,
};

const SCHOOL = { name: 'A', zone: 'UTC', sequence: 1, horizon: '2026-12-31', changes: 1 };
const SCREENS_EACH = 3;
const POLL_MS = 30_000;

export interface RolloutFleetOptions {
  readonly nodes: number;
  readonly schools: number;
  /** How far the wall clock of each node is ahead of the one before. @default 0 */
  readonly skewMs?: number;
}

/** Nodes with one store and one manual clock, and screens that ask them in turn. */
export class RolloutFleet {
  fault: FleetFault | undefined;
  /** The node that got the lease last. */
  driver: number | undefined;
  readonly faults = new StoreFaults();
  readonly log: string[] = [];
  readonly #clock = new ManualClock();
  readonly #bus: Bus = createInProcessBus();
  #nodes: (Rollout | undefined)[] = [];
  #starts = 0;
  /** As every node knows them. */
  #flags: FlagsRecord = INITIAL_FLAGS;
  #turn = 0;

  private constructor(
    readonly store: Store,
    private readonly options: RolloutFleetOptions,
  ) {}

  static async open(options: RolloutFleetOptions): Promise<RolloutFleet> {
    const random = createSeededRandom('fleet');
    const store = await openLibsqlStore({ path: ':memory:', clock: new ManualClock(), random });
    const fleet = new RolloutFleet(store, options);
    await fleet.restart();
    return fleet;
  }

  async close(): Promise<void> {
    for (const node of this.#nodes) node?.driver.close();
    await this.store.close();
  }

  /** Another process for each node. */
  async restart(): Promise<void> {
    const { nodes } = this.options;
    for (let at = 0; at < nodes; at += 1) this.kill(at);
    this.#nodes = Array.from({ length: nodes }, (_, at) => this.#startNode(at));
    await this.#follow();
  }

  /** Ends a node without a word. */
  kill(at: number): void {
    this.#nodes[at]?.driver.close();
    this.#nodes[at] = undefined;
  }

  async start(): Promise<void> {
    this.#flags = await this.#alive().rollouts.start({ by: 'Office' });
  }

  async rollout(): Promise<RolloutRecord | null> {
    return (await this.store.flags()).rollout;
  }

  /** What a halt for this fault says. */
  reason(fault: FleetFault): RegExp {
    return REASONS[fault];
  }

  async schoolsOn(): Promise<readonly string[]> {
    const { percentage } = await this.store.flags();
    return this.#schools().filter((id) => positionOf(id) < (percentage ?? 0));
  }

  /**
   * Lets time pass. Screens act only in the last 20 minutes of each step, for no window is longer.
   */
  async run(ms: number, stepMs: number): Promise<void> {
    for (let passed = 0; passed < ms; ) {
      const step = Math.min(stepMs, ms - passed);
      const quietMs = Math.max(0, step - 20 * 60_000);
      await this.#pass(quietMs, quietMs);
      await this.#pass(step - quietMs, POLL_MS);
      passed += step;
    }
  }

  async #pass(ms: number, stepMs: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += stepMs) {
      await this.#act();
      const step = Math.min(stepMs, ms - passed);
      // Every driver's timer falls due once, after its last step has ended.
      for (let part = 0; part < step; part += ROLLOUT_STEP_MS) {
        this.#clock.advance(step > 20 * 60_000 ? step : Math.min(ROLLOUT_STEP_MS, step - part));
        await this.#follow();
        if (step > 20 * 60_000) break;
      }
    }
  }

  /** Every screen that is on polls once, at whichever node is its turn. */
  async #act(): Promise<void> {
    for (const schoolId of await this.schoolsOn()) {
      for (let at = 0; at < SCREENS_EACH; at += 1) {
        this.#ask({ id: `${schoolId}-${at}`, schoolId });
      }
    }
    // Schools that poll only are a part of the latency's baseline.
    for (let at = 0; at < 10; at += 1) this.#answer('snapshot', 304, 5, { id: 'x', schoolId: 'x' });
  }

  #ask(screen: { readonly id: string; readonly schoolId: string }): void {
    const membership = { screenId: screen.id, schoolId: screen.schoolId };
    if (this.fault === 'disconnects') this.#alive().observer.socketClosed('gone', membership);
    if (this.fault === 'rejections') this.#alive().observer.refused(screen);
    this.#answer('status', this.fault === 'found-by-poll' ? 200 : 304, 5, screen);
    this.#answer('snapshot', 200, this.fault === 'latency' ? 900 : 5, screen);
  }

  #answer(
    endpoint: 'status' | 'snapshot',
    status: number,
    durationMs: number,
    screen: { readonly id: string; readonly schoolId: string },
  ): void {
    this.#alive().observer.answered(endpoint, status, durationMs, 'announcement', screen);
  }

  /** Lets what was started end, and every node learn of the flags. */
  async #follow(): Promise<void> {
    for (let at = 0; at < 3; at += 1) await new Promise((resolve) => setImmediate(resolve));
    this.#flags = await this.store.flags();
  }

  #alive(): Rollout {
    const alive = this.#nodes.filter((node) => node !== undefined);
    this.#turn += 1;
    const node = alive[this.#turn % alive.length];
    if (node === undefined) throw new Error('no node is alive');
    return node;
  }

  #schools(): readonly string[] {
    return Array.from({ length: this.options.schools }, (_, at) => `school-${at}`);
  }

  #startNode(at: number): Rollout {
    const { skewMs = 0 } = this.options;
    const clock: Clock = {
      wallMs: () => this.#clock.wallMs() + at * skewMs,
      monotonicMs: () => this.#clock.monotonicMs(),
      setTimer: (delayMs, run) => this.#clock.setTimer(delayMs, run),
    };
    const watched: Store = {
      ...this.store,
      schools: async () => this.#schools().map((id) => ({ ...SCHOOL, id })),
      takeRolloutLease: async (request) => {
        const isTaken = await this.store.takeRolloutLease(request);
        if (isTaken) this.driver = at;
        return isTaken;
      },
    };
    this.#starts += 1;
    const rollout = createRollout({
      store: this.faults.wrap(watched),
      bus: this.#bus,
      clock,
      random: createSeededRandom(`node ${this.#starts}`),
      logger: createPinoLogger({
        level: 'error',
        destination: { write: (line) => this.log.push(line) },
      }),
      realtimeAllowed: true,
      flags: () => this.#flags,
      sayOf: () => undefined,
    });
    rollout.driver.start();
    return rollout;
  }
}
