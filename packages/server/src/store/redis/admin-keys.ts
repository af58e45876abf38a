import * as v from 'valibot';
import { readFields, readText } from '../../redis/replies.js';
import { ADMIN_ROLES, type AdminKeyRecord } from '../records.js';
import type { RevokeKeyOutcome } from '../store.js';
import { IF_HELD, lost, throwIfLost } from './installation.js';
import { INSTALLATION } from './keys.js';
import { parseStored } from './parse-stored.js';
import { type RedisData, script } from './redis-data.js';

const ADD_ADMIN_KEY = script(`${IF_HELD}
  local byId, byHash = 'admin-key ' .. ARGV[1], 'admin-key-hash ' .. ARGV[2]
  if redis.call('HEXISTS', installation, byId) == 1 then return 'taken' end
  if redis.call('HEXISTS', installation, byHash) == 1 then return 'taken' end
  redis.call('HSET', installation, byId, ARGV[3], byHash, ARGV[1])
  redis.call('HINCRBY', installation, 'changes', 1)
  return 'added'
`);

const REVOKE_ADMIN_KEY = script(`${IF_HELD}
  local id, atMs = ARGV[1], ARGV[2]
  local fields, keys, revoked = redis.call('HGETALL', installation), {}, {}
  for i = 1, #fields, 2 do
    local field, key = string.match(fields[i], '^(%S+) (.*)$')
    if field == 'admin-key' then keys[key] = cjson.decode(fields[i + 1]) end
    if field == 'admin-key-revoked' then revoked[key] = true end
  end

  -- Of the whole installation, and for good: what must not become none. A key without a role is of
  -- before there were roles.
  local function isLastingOwner(key)
    local of = keys[key]
    return (of.role or 'owner') == 'owner' and not of.schools and not of.expiresAtMs
      and not revoked[key]
  end

  if not keys[id] or revoked[id] then return 'unknown-key' end
  local owners = 0
  for key in pairs(keys) do
    if key ~= id and isLastingOwner(key) then owners = owners + 1 end
  end
  if isLastingOwner(id) and owners == 0 then return 'last-owner' end
  redis.call('HSET', installation, 'admin-key-revoked ' .. id, atMs)
  redis.call('HINCRBY', installation, 'changes', 1)
  return 'revoked'
`);

const NOTE_USE = script(`${IF_HELD}
  if redis.call('HEXISTS', installation, 'admin-key ' .. ARGV[1]) == 1 then
    redis.call('HSET', installation, 'admin-key-used ' .. ARGV[1], ARGV[2])
  end
  return 'noted'
`);

const adminKeySchema = v.object({
  id: v.string(),
  name: v.string(),
  /** Absent in keys of before there were roles: they own everything, as they always did. */
  role: v.optional(v.picklist(ADMIN_ROLES), 'owner'),
  schools: v.exactOptional(v.array(v.string())),
  keyHash: v.string(),
  createdAtMs: v.number(),
  expiresAtMs: v.exactOptional(v.number()),
});

export async function readAdminKeys(redis: RedisData): Promise<readonly AdminKeyRecord[]> {
  const fields = readFields(await redis.send('HGETALL', INSTALLATION));
  if (!fields.has('epoch')) throw lost();
  return [...fields]
    .filter(([name]) => name.startsWith('admin-key '))
    .map(([name, text]) => {
      const id = name.slice('admin-key '.length);
      return parseKey(
        text,
        fields.get(`admin-key-revoked ${id}`),
        fields.get(`admin-key-used ${id}`),
      );
    })
    .sort((a, b) => a.createdAtMs - b.createdAtMs || (a.id < b.id ? -1 : 1));
}

export async function readAdminKeyByHash(
  redis: RedisData,
  keyHash: string,
): Promise<AdminKeyRecord | undefined> {
  const reply = await redis.send('HMGET', INSTALLATION, 'epoch', `admin-key-hash ${keyHash}`);
  const [epoch, id] = Array.isArray(reply) ? reply.map(readText) : [];
  if (epoch === undefined) throw lost();
  if (id === undefined) return undefined;
  const names = ['admin-key', 'admin-key-revoked', 'admin-key-used'].map((name) => `${name} ${id}`);
  const fields = await redis.send('HMGET', INSTALLATION, ...names);
  const [text, revokedAt, usedAt]: unknown[] = Array.isArray(fields) ? fields : [];
  return Buffer.isBuffer(text) ? parseKey(text, revokedAt, usedAt) : undefined;
}

/** @returns `false` if the id or the hash is taken. */
export async function addAdminKey(redis: RedisData, key: AdminKeyRecord): Promise<boolean> {
  const { id, name, role, schools, keyHash, createdAtMs, expiresAtMs } = key;
  const text = JSON.stringify({ id, name, role, schools, keyHash, createdAtMs, expiresAtMs });
  const outcome = await redis.run(ADD_ADMIN_KEY, [INSTALLATION], [id, keyHash, text]);
  return throwIfLost(outcome) === 'added';
}

export async function revokeAdminKey(
  redis: RedisData,
  keyId: string,
  revokedAtMs: number,
): Promise<RevokeKeyOutcome> {
  const values = [keyId, String(revokedAtMs)];
  const outcome = throwIfLost(await redis.run(REVOKE_ADMIN_KEY, [INSTALLATION], values));
  return outcome === 'revoked' || outcome === 'last-owner' ? outcome : 'unknown-key';
}

export async function writeAdminKeyUse(
  redis: RedisData,
  keyId: string,
  usedAtMs: number,
): Promise<void> {
  throwIfLost(await redis.run(NOTE_USE, [INSTALLATION], [keyId, String(usedAtMs)]));
}

function parseKey(text: Buffer, revokedAt: unknown, usedAt: unknown): AdminKeyRecord {
  const [revoked, used] = [readText(revokedAt), readText(usedAt)];
  return {
    ...parseStored(adminKeySchema, text),
    ...(revoked !== undefined && { revokedAtMs: Number(revoked) }),
    ...(used !== undefined && { usedAtMs: Number(used) }),
  };
}
