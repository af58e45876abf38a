/** Tells which files have been gone for so long that somebody removed them. */
export class GoneFiles {
  readonly #dueAtMs = new Map<string, number>();

  /** @param goneMs how long a file has to be gone. */
  constructor(private readonly goneMs: number) {}

  /**
   * @param remembered names of files that were there once.
   * @param present names of those that are.
   * @returns the names that are gone for good.
   */
  look(
    remembered: Iterable<string>,
    present: ReadonlySet<string>,
    nowMs: number,
  ): readonly string[] {
    const gone = new Set([...remembered].filter((name) => !present.has(name)));
    for (const name of [...this.#dueAtMs.keys()]) if (!gone.has(name)) this.#dueAtMs.delete(name);
    return [...gone].filter((name) => {
      const dueAtMs = this.#dueAtMs.get(name) ?? nowMs + this.goneMs;
      this.#dueAtMs.set(name, dueAtMs);
      return nowMs >= dueAtMs;
    });
  }

  /** Has them told of again only after a while. */
  later(names: readonly string[], atMs: number): void {
    for (const name of names) this.#dueAtMs.set(name, atMs);
  }
}
