/** A promise that was broken, and where. */
export interface Violation {
  /** The rule of the specification: `P-1`. */
  readonly rule: string;
  /** What was seen, in words. */
  readonly words: string;
  /** Whose; `undefined` where it is the fleet's. */
  readonly screen: number | undefined;
  /** After the start of the run. */
  readonly atMs: number;
}

/** Called by whoever sees one. */
export type Report = (rule: string, words: string) => void;
