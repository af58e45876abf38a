/** Where a player's first randomness comes from; the core's own draws follow from it. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
}
