interface Flight {
  readonly running: Promise<void>;
  /** Starts when `running` has ended; shared by all who asked in the meantime. */
  next?: Promise<void>;
}

/** Runs one job per key at a time, however many ask for it. */
export class Refresher {
  readonly #flights = new Map<string, Flight>();

  constructor(private readonly job: (key: string) => Promise<void>) {}

  /** Resolves with a run that started after this call, so that it has seen what came before. */
  refresh(key: string): Promise<void> {
    const flight = this.#flights.get(key);
    if (flight === undefined) return this.#start(key);
    const again = (): Promise<void> => this.#start(key);
    flight.next ??= flight.running.then(again, again);
    return flight.next;
  }

  /** Resolves with the run under way, or with a new one. */
  join(key: string): Promise<void> {
    return this.#flights.get(key)?.running ?? this.#start(key);
  }

  #start(key: string): Promise<void> {
    const running = this.job(key).finally(() => {
      // A next one starts some turns later, and nobody may start another in between.
      if (flight.next === undefined) this.#flights.delete(key);
    });
    const flight: Flight = { running };
    this.#flights.set(key, flight);
    return running;
  }
}
