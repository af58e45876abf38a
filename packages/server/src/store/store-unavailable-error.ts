/** The store cannot answer now; what it acknowledged is not lost. Becomes 503 `unavailable`. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
}
