/** The server's randomness: secrets and jitter, injected so that tests can repeat them. */
export interface Random {
  /** From a cryptographically secure generator in production. */
  bytes(count: number): Buffer;
  /** Uniform in [0, 1); for jitter, never for secrets. */
  next(): number;
}
