import { COMMAND_NAMES } from '@hallboard/shared';
import * as v from 'valibot';
import type { Logger } from '../../logging/logger.js';
import type { Clock } from '../../ports/clock.js';
import type { Random } from '../../ports/random.js';
import { RedisConnection } from '../../redis/redis-connection.js';
import type { Bus } from '../bus.js';
import { createInProcessBus } from '../in-process/in-process-bus.js';

/** Of this schema of messages. */
const CHANNEL = 'hb:1:changes';

/** How often the nodes are counted: as often as a node looks for what it was not told (SRV-8). */
const COUNT_MS = 5000;

const messageSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    /** The node that sent it. */
    from: v.string(),
    schoolId: v.exactOptional(v.string()),
    urgent: v.boolean(),
    command: v.exactOptional(
      v.object({ id: v.string(), screenId: v.string(), name: v.picklist(COMMAND_NAMES) }),
    ),
  }),
);

export interface RedisBusOptions {
  /** `redis://` or `rediss://`. */
  readonly url: string;
  /** How long an answer is waited for. */
  readonly deadlineMs: number;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
}

/**
 * The bus of many nodes: the node's own listeners hear at once, the others over Redis. Whenever this
 * node hears the others again after it did not, its listeners are told that something changed, so
 * that they compare their counters with the store's (SRV-8).
 */
export function createRedisBus(options: RedisBusOptions): Bus {
  const { clock, random, logger } = options;
  const local = createInProcessBus();
  const self = random.bytes(8).toString('hex');
  const connection = new RedisConnection({
    ...options,
    channels: new Map([[CHANNEL, hear]]),
    onReady: () => local.publish({ urgent: false }),
  });
  let nodes = 1;
  let stopCounting: () => void = () => undefined;
  let isClosed = false;

  /** Each node has one connection that hears the channel. Never rejects. */
  async function countNodes(): Promise<void> {
    try {
      const reply = await connection.send(['PUBSUB', 'NUMSUB', CHANNEL]);
      nodes = Math.max(1, Array.isArray(reply) ? Number(reply[1]) : 1);
    } catch (error) {
      logger.debug('The nodes could not be counted', { reason: String(error) });
    }
    if (!isClosed) stopCounting = clock.setTimer(COUNT_MS, () => void countNodes());
  }
  void countNodes();

  function hear(message: string): void {
    const result = v.safeParse(messageSchema, message);
    if (!result.success) {
      logger.warn('A message of another node cannot be read');
      return;
    }
    const { from, ...notice } = result.output;
    if (from !== self) local.publish(notice);
  }

  return {
    publish(notice) {
      local.publish(notice);
      const message = JSON.stringify({ from: self, ...notice });
      // The others find out by their next sweep.
      connection.send(['PUBLISH', CHANNEL, message]).catch((error: unknown) => {
        logger.debug('A notice was lost', { reason: String(error) });
      });
    },
    subscribe: (listener) => local.subscribe(listener),
    get isConnected() {
      return connection.isConnected;
    },
    get nodes() {
      return nodes;
    },
    async close() {
      isClosed = true;
      stopCounting();
      connection.close();
      await local.close();
    },
  };
}
