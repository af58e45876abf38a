import { readText } from '../../redis/replies.js';
import { StoreUnavailableError } from '../store-unavailable-error.js';
import { INSTALLATION } from './keys.js';
import type { RedisData } from './redis-data.js';

/** Every write to the installation looks first whether it is still there (SRV-4). */
export const IF_HELD = `
  local installation = KEYS[1]
  if redis.call('HEXISTS', installation, 'epoch') == 0 then return 'lost' end
`;

/** @throws StoreUnavailableError if it is gone: then so is everything else (SRV-4). */
export async function readEpoch(redis: RedisData): Promise<string> {
  return (await readInstallation(redis)).epoch;
}

/** What nobody can find may be gone with all the rest; then it is not for the store to say (SRV-4). */
export async function assertHeld(redis: RedisData): Promise<void> {
  await readInstallation(redis);
}

export async function readInstallation(redis: RedisData): Promise<{
  readonly epoch: string;
  readonly changes: number;
}> {
  const reply = await redis.send('HMGET', INSTALLATION, 'epoch', 'changes');
  const [epoch, changes] = Array.isArray(reply) ? reply.map(readText) : [];
  if (epoch === undefined) throw lost();
  return { epoch, changes: Number(changes ?? 0) };
}

/** @returns the outcome of a script that begins with `IF_HELD`. */
export function throwIfLost(outcome: unknown): string | undefined {
  const text = readText(outcome);
  if (text === 'lost') throw lost();
  return text;
}

/** There is no epoch: so nothing else is there either. */
export function lost(): StoreUnavailableError {
  return new StoreUnavailableError('the data is gone from Redis; restore it');
}
