import type { Connection, Membership } from './connection.js';

const NOBODY: ReadonlySet<Connection> = new Set();

/** The joined sockets of this node, by school. Which group follows from the token alone (P-8). */
export class Groups {
  readonly #schools = new Map<string, Set<Connection>>();
  #size = 0;

  /** Sockets of all schools. */
  get size(): number {
    return this.#size;
  }

  of(schoolId: string): ReadonlySet<Connection> {
    return this.#schools.get(schoolId) ?? NOBODY;
  }

  add(connection: Connection, { schoolId }: Membership): void {
    const group = this.#schools.get(schoolId) ?? new Set();
    this.#schools.set(schoolId, group);
    group.add(connection);
    this.#size += 1;
  }

  /** Idempotent. */
  remove(connection: Connection, { schoolId }: Membership): void {
    const group = this.#schools.get(schoolId);
    if (group?.delete(connection) !== true) return;
    this.#size -= 1;
    if (group.size === 0) this.#schools.delete(schoolId);
  }

  *all(): Iterable<Connection> {
    for (const group of this.#schools.values()) yield* group;
  }
}
