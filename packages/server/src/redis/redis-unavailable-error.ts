import { ErrorReply } from 'redis';

/** Redis refused, or did not answer in time. */
export class RedisUnavailableError extends Error {
  override readonly name = 'RedisUnavailableError';

  /** Whether Redis answered, with an error. */
  get isRefusal(): boolean {
    return this.cause instanceof ErrorReply;
  }
}
