import { setImmediate as afterReading } from 'node:timers';
import { createClient, ErrorReply, RESP_TYPES, type RedisArgument } from 'redis';
import type { Logger } from '../logging/logger.js';
import type { Clock } from '../ports/clock.js';
import { RedisUnavailableError } from './redis-unavailable-error.js';

/** A connection that was silent for so long when an answer is overdue is given up. */
const SILENCE_MS = 2000;
/** A connection to what has become a replica is given up when it is as old as that. */
const MIN_AGE_MS = 1000;
const CONNECT_TIMEOUT_MS = 1000;
/** Longer than the interval between pings, else an idle connection would end. */
const SOCKET_TIMEOUT_MS = 2500;
const PING_INTERVAL_MS = 1000;
const MIN_RECONNECT_MS = 50;
const MAX_RECONNECT_MS = 1000;
/** What Redis says of a login or a database that a person has to mend. */
const REFUSAL = /^(WRONGPASS|NOAUTH|NOPERM|ERR (AUTH|DB index|invalid password))/;

export interface RedisConnectionOptions {
  /** `redis://` or `rediss://`; may hold a password, and so is never logged. */
  readonly url: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** How long an answer is waited for: the client would wait for a hung server without end. */
  readonly deadlineMs: number;
  /** What to hear, by channel. */
  readonly channels?: ReadonlyMap<string, (message: string) => void>;
  /** Called each time a connection has been made and its channels are heard. */
  readonly onReady?: () => void;
}

/** How much a command and its reply carry. */
export type ReplySize = 'small' | 'large';

type Client = ReturnType<typeof createRedisClient>;

/**
 * One connection to Redis that comes back by itself. Nothing is queued while it is away, and nothing
 * is waited for longer than its deadline. Strings arrive as bytes, maps as flat arrays.
 */
export class RedisConnection {
  readonly #options: RedisConnectionOptions;
  #client: Client;
  #lastReplyMs = 0;
  #readyMs = 0;
  #answers = true;
  #closed = false;

  constructor(options: RedisConnectionOptions) {
    this.#options = options;
    this.#client = this.#connect();
  }

  /**
   * @param size `large` for what carries many bodies: it may take ten times as long.
   *   @default 'small'
   * @throws RedisUnavailableError if Redis refused, or has not answered in time; then what was asked
   *   may still happen.
   */
  async send(command: readonly RedisArgument[], size: ReplySize = 'small'): Promise<unknown> {
    const client = this.#client;
    const { deadlineMs } = this.#options;
    const reply = client.sendCommand<unknown>([...command]).then((value) => {
      this.#heard();
      return value;
    });
    try {
      return await this.#inTime(reply, size === 'small' ? deadlineMs : 10 * deadlineMs);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      if (this.#isUseless(cause)) this.#renew(client, reason);
      throw new RedisUnavailableError(`Redis: ${reason}`, { cause });
    }
  }

  /** Whether it has been made and answers, as far as is known. */
  get isConnected(): boolean {
    return this.#answers && this.#readyMs > 0;
  }

  /** Ends it at once; what is under way fails. Idempotent. */
  close(): void {
    this.#closed = true;
    destroy(this.#client);
  }

  #connect(): Client {
    const client = createRedisClient(this.#options.url);
    // Without a listener, an error would end the process.
    client.on('error', (error) => this.#failed(client, error));
    client.on('ready', () => this.#ready(client));
    client.on('ping-interval', () => this.#heard());
    client.connect().catch((error) => this.#failed(client, error));
    return client;
  }

  #ready(client: Client): void {
    if (client !== this.#client || this.#closed) return;
    this.#heard();
    this.#readyMs = this.#lastReplyMs;
    if (!this.#answers) this.#options.logger.info('Redis answers again');
    this.#answers = true;
    void this.#subscribe(client).then((heard) => {
      if (heard && client === this.#client && !this.#closed) this.#options.onReady?.();
    });
  }

  /** @returns whether every channel is heard now. Never rejects. */
  async #subscribe(client: Client): Promise<boolean> {
    try {
      for (const [channel, listener] of this.#options.channels ?? []) {
        // The client keeps a listener through its own reconnects, and takes the same one once.
        await client.subscribe(channel, listener);
      }
      return true;
    } catch (error) {
      this.#failed(client, error);
      return false;
    }
  }

  /** Logs the first failure of a row. */
  #failed(client: Client, error: unknown): void {
    if (client !== this.#client || this.#closed || !this.#answers) return;
    this.#answers = false;
    this.#options.logger.error(
      error instanceof ErrorReply && REFUSAL.test(error.message)
        ? 'Redis refuses the user, the password or the database number of REDIS_URL'
        : 'Redis cannot be reached',
      { reason: reasonOf(error) },
    );
  }

  #heard(): void {
    this.#lastReplyMs = this.#options.clock.monotonicMs();
  }

  /**
   * A network that swallows a connection never says so, and every command that is written keeps its
   * socket from timing out. After a failover, a connection may have stayed with the replica.
   */
  #isUseless(error: unknown): boolean {
    const nowMs = this.#options.clock.monotonicMs();
    if (error instanceof DeadlineError) return nowMs - this.#lastReplyMs >= SILENCE_MS;
    const isReplica = error instanceof ErrorReply && error.message.startsWith('READONLY');
    return isReplica && nowMs - this.#readyMs >= MIN_AGE_MS;
  }

  /** Begins anew, if that has not been done since. */
  #renew(client: Client, reason: string): void {
    if (client !== this.#client || this.#closed) return;
    this.#failed(client, reason);
    this.#client = this.#connect();
    destroy(client);
  }

  async #inTime<T>(reply: Promise<T>, deadlineMs: number): Promise<T> {
    let cancel: () => void = () => undefined;
    const late = new Promise<never>((_, reject) => {
      cancel = this.#options.clock.setTimer(deadlineMs, () => {
        // Timers run before what has arrived is read: of a process that was busy for longer than the
        // deadline, every answer would be late.
        afterReading(() => reject(new DeadlineError(`no answer within ${deadlineMs} ms`)));
      });
    });
    return Promise.race([reply, late]).finally(() => cancel());
  }
}

class DeadlineError extends Error {}

/** A name with several addresses fails once for each, and the whole says nothing of its own. */
function reasonOf(error: unknown): string {
  return error instanceof AggregateError ? error.errors.map(String).join('; ') : String(error);
}

function createRedisClient(url: string) {
  return createClient({
    url,
    RESP: 3,
    commandOptions: {
      typeMapping: { [RESP_TYPES.BLOB_STRING]: Buffer, [RESP_TYPES.MAP]: Array },
    },
    disableOfflineQueue: true,
    maintNotifications: 'disabled',
    pingInterval: PING_INTERVAL_MS,
    socket: {
      connectTimeout: CONNECT_TIMEOUT_MS,
      socketTimeout: SOCKET_TIMEOUT_MS,
      // The client's own strategy never comes back from a timeout.
      reconnectStrategy: (retries) => Math.min(MIN_RECONNECT_MS * 2 ** retries, MAX_RECONNECT_MS),
    },
  });
}

function destroy(client: Client): void {
  if (client.isOpen) client.destroy();
}
