import { createHash } from 'node:crypto';
import type { RedisArgument } from 'redis';
import type { RedisConnection, ReplySize } from '../../redis/redis-connection.js';
import { RedisUnavailableError } from '../../redis/redis-unavailable-error.js';
import { StoreUnavailableError } from '../store-unavailable-error.js';

/** A Lua script: Redis runs it as one step, which nothing comes between. */
export interface Script {
  readonly source: string;
  /** How Redis names it, once it knows it. */
  readonly sha: string;
}

export function script(source: string): Script {
  return { source, sha: createHash('sha1').update(source).digest('hex') };
}

/** Commands and scripts, where whatever Redis cannot do becomes a `StoreUnavailableError`. */
export class RedisData {
  /**
   * @param prepare runs before the first command, and again until it has succeeded.
   */
  constructor(
    private readonly connection: RedisConnection,
    private readonly prepare: () => Promise<void>,
  ) {}

  /** @throws StoreUnavailableError if Redis refused or has not answered in time. */
  async send(...command: readonly RedisArgument[]): Promise<unknown> {
    return this.#guard(() => this.connection.send(command));
  }

  /** The same for replies that may be large. */
  async sendLarge(...command: readonly RedisArgument[]): Promise<unknown> {
    return this.#guard(() => this.connection.send(command, 'large'));
  }

  /** Runs a script on keys of one hash slot. */
  async run(
    { source, sha }: Script,
    keys: readonly string[],
    values: readonly RedisArgument[],
    size: ReplySize = 'small',
  ): Promise<unknown> {
    const rest = [String(keys.length), ...keys, ...values];
    return this.#guard(async () => {
      try {
        return await this.connection.send(['EVALSHA', sha, ...rest], size);
      } catch (error) {
        if (!isUnknownScript(error)) throw error;
        return await this.connection.send(['EVAL', source, ...rest], size);
      }
    });
  }

  async #guard<T>(action: () => Promise<T>): Promise<T> {
    try {
      await this.prepare();
      return await action();
    } catch (cause) {
      if (cause instanceof StoreUnavailableError) throw cause;
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new StoreUnavailableError(reason, { cause });
    }
  }
}

function isUnknownScript(error: unknown): boolean {
  return (
    error instanceof RedisUnavailableError && error.isRefusal && error.message.includes('NOSCRIPT')
  );
}
