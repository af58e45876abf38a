import type { Clock } from '../ports/clock.js';
import type { Random } from '../ports/random.js';
import type { Connection } from './connection.js';

/** Into how many ticks an interval is cut, so that a node's pings are spread over it (WS-4). */
const SLOTS = 25;

/** Beats every connection once an interval, each at its own moment. */
export class Heartbeat {
  readonly #slots = Array.from({ length: SLOTS }, () => new Set<Connection>());
  #tick = 0;
  #cancel: () => void = () => undefined;

  constructor(
    private readonly intervalMs: number,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  start(): void {
    this.#cancel = this.clock.setTimer(this.intervalMs / SLOTS, () => {
      this.#tick = (this.#tick + 1) % SLOTS;
      for (const connection of this.#slots[this.#tick] ?? []) connection.beat();
      this.start();
    });
  }

  stop(): void {
    this.#cancel();
  }

  add(connection: Connection): void {
    connection.slot = Math.floor(this.random.next() * SLOTS);
    this.#slots[connection.slot]?.add(connection);
  }

  /** Idempotent. */
  remove(connection: Connection): void {
    this.#slots[connection.slot]?.delete(connection);
  }
}
