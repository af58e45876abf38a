/** A place on the device that keeps a text under a key. Any call may throw, hang or reject. */
export interface Place {
  /** For logs: `database`. */
  readonly name: string;
  /** @returns `undefined` where the place answers that it has none. */
  get(key: string): Promise<string | undefined>;
  set(key: string, text: string): Promise<void>;
}

/** A place that can also tell what it keeps, and forget. */
export interface KeyValue extends Place {
  remove(key: string): Promise<void>;
  keys(): Promise<readonly string[]>;
}

/** One where no other tab comes between reading and writing. */
export interface AtomicKeyValue extends KeyValue {
  /** @param change of what is there to what shall be; may be called again. */
  change(key: string, change: (text: string | undefined) => string): Promise<void>;
}
