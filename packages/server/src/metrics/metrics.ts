import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { RolloutRecord } from '../store/flag-records.js';
import { addRolloutGauge } from './rollout-gauge.js';
import { Tally } from './tally.js';

/** What is asked of the gateway whenever metrics are. */
export interface SocketCounts {
  /** Open sockets, those that have yet to say `hello` included. */
  readonly open: number;
  /** Sockets that hear of changes. */
  readonly joined: number;
}

/** What is asked of the node whenever metrics are. */
export interface NodeHealth {
  /** Whether the store answered when it was last swept, and took what was last written. */
  readonly store: boolean;
  /** Whether the other nodes can be heard. */
  readonly bus: boolean;
}

/** From a 304 out of memory to a body on a busy node, in seconds. */
const LATENCY_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.3, 1, 3];

/**
 * What an operator watches (OBS-1): sockets, announcements, polls, refusals, latency, memory and the
 * event loop's delay. No label holds a token, a device or a school.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #answers = new Tally(
    this.#registry,
    'hallboard_display_answers_total',
    'Answers of the display API, by endpoint and status',
    'answer',
  );
  readonly #snapshots = new Tally(
    this.#registry,
    'hallboard_snapshots_total',
    'Snapshots sent with a body: to players that start, for an announcement, or found by a poll',
    'cause',
  );
  readonly #refusals = new Tally(
    this.#registry,
    'hallboard_display_refusals_total',
    'Errors of the display API by code; screen_bound counts binding rejections',
    'code',
  );
  readonly #announcements = new Tally(
    this.#registry,
    'hallboard_announcements_total',
    'Announcements of a change to a socket: sent, or lost with a socket that was given up',
    'result',
  );
  readonly #closes = new Tally(
    this.#registry,
    'hallboard_socket_closes_total',
    'Sockets that ended: by the reason that the server gave, or gone by themselves',
    'reason',
  );
  readonly #latency = new Histogram({
    name: 'hallboard_snapshot_seconds',
    help: 'Time from a request for a snapshot to its answer',
    buckets: LATENCY_BUCKETS,
    registers: [this.#registry],
  });

  /** @param rollout where it stands; `null`: there has been none. */
  constructor(
    sockets: () => SocketCounts,
    health: () => NodeHealth,
    rollout: () => RolloutRecord | null,
  ) {
    collectDefaultMetrics({ register: this.#registry });
    new Gauge({
      name: 'hallboard_sockets',
      help: 'Open sockets, and those of them that hear of changes',
      labelNames: ['state'],
      registers: [this.#registry],
      collect() {
        const { open, joined } = sockets();
        this.set({ state: 'open' }, open);
        this.set({ state: 'joined' }, joined);
      },
    });
    new Gauge({
      name: 'hallboard_part_up',
      help: 'Whether the store answers and takes writes, and the bus brings word of the other nodes',
      labelNames: ['part'],
      registers: [this.#registry],
      collect() {
        const { store, bus } = health();
        this.set({ part: 'store' }, Number(store));
        this.set({ part: 'bus' }, Number(bus));
      },
    });
    addRolloutGauge(this.#registry, rollout);
  }

  readonly contentType = this.#registry.contentType;

  /** All metrics in Prometheus' text format. */
  render(): Promise<string> {
    return this.#registry.metrics();
  }

  /** @param cause why the player asked, as it is labelled. */
  answered(endpoint: string, status: number, durationMs: number, cause: string): void {
    this.#answers.add(`${endpoint} ${status}`);
    if (endpoint !== 'snapshot') return;
    this.#latency.observe(durationMs / 1000);
    if (status === 200) this.#snapshots.add(cause);
  }

  refused(code: string): void {
    this.#refusals.add(code);
  }

  announced(sent: number, lost: number): void {
    this.#announcements.add('sent', sent);
    this.#announcements.add('lost', lost);
  }

  /** @param reason `left` or `gone` where the server did not end it. */
  socketClosed(reason: string): void {
    this.#closes.add(reason);
  }
}
