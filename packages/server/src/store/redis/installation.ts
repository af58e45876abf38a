import * as v from 'valibot';
import { readFields, readText } from '../../redis/replies.js';
import type { AdminKeyRecord } from '../records.js';
import { StoreUnavailableError } from '../store-unavailable-error.js';
import { INSTALLATION } from './keys.js';
import { parseStored } from './parse-stored.js';
import { type RedisData, script } from './redis-data.js';

/** Every write to the installation looks first whether it is still there (SRV-4). */
export const IF_HELD = `
  local installation = KEYS[1]
  if redis.call('HEXISTS', installation, 'epoch') == 0 then return 'lost' end
`;

const ADD_ADMIN_KEY = script(`${IF_HELD}
  local byId, byHash = 'admin-key ' .. ARGV[1], 'admin-key-hash ' .. ARGV[2]
  if redis.call('HEXISTS', installation, byId) == 1 then return 'taken' end
  if redis.call('HEXISTS', installation, byHash) == 1 then return 'taken' end
  redis.call('HSET', installation, byId, ARGV[3], byHash, ARGV[1])
  redis.call('HINCRBY', installation, 'changes', 1)
  return 'added'
`);

const adminKeySchema = v.object({
  id: v.string(),
  name: v.string(),
  keyHash: v.string(),
  createdAtMs: v.number(),
});

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

export async function readAdminKeys(redis: RedisData): Promise<readonly AdminKeyRecord[]> {
  const fields = readFields(await redis.send('HGETALL', INSTALLATION));
  if (!fields.has('epoch')) throw lost();
  return [...fields]
    .filter(([name]) => name.startsWith('admin-key '))
    .map(([, text]) => parseStored(adminKeySchema, text))
    .sort((a, b) => a.createdAtMs - b.createdAtMs || (a.id < b.id ? -1 : 1));
}

/** @returns `false` if the id or the hash is taken. */
export async function addAdminKey(redis: RedisData, key: AdminKeyRecord): Promise<boolean> {
  const { id, name, keyHash, createdAtMs } = key;
  const text = JSON.stringify({ id, name, keyHash, createdAtMs });
  const outcome = await redis.run(ADD_ADMIN_KEY, [INSTALLATION], [id, keyHash, text]);
  return throwIfLost(outcome) === 'added';
}

/** @returns the outcome of a script that looked. @throws StoreUnavailableError if it was lost. */
export function throwIfLost(outcome: unknown): string | undefined {
  const text = readText(outcome);
  if (text === 'lost') throw lost();
  return text;
}

function lost(): StoreUnavailableError {
  return new StoreUnavailableError('the data is gone from Redis; restore it');
}
