import { Counter, type Registry } from 'prom-client';

/**
 * A counter that costs a request next to nothing: it counts in a plain map, and becomes a metric
 * when somebody asks for it.
 */
export class Tally<Label extends string> {
  readonly #counts = new Map<string, number>();

  constructor(registry: Registry, name: string, help: string, label: Label) {
    const counts = this.#counts;
    new Counter({
      name,
      help,
      labelNames: [label],
      registers: [registry],
      collect() {
        this.reset();
        for (const [value, count] of counts)
          this.inc({ [label]: value } as Record<Label, string>, count);
      },
    });
  }

  /** @param value of the label: one of a few, never a token, a device or a school (OBS-1). */
  add(value: string, count = 1): void {
    this.#counts.set(value, (this.#counts.get(value) ?? 0) + count);
  }
}
