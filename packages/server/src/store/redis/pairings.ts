import * as v from 'valibot';
import { readText } from '../../redis/replies.js';
import type { PairingRecord } from '../records.js';
import { assertHeld } from './installation.js';
import { pairingKeys } from './keys.js';
import { parseStored } from './parse-stored.js';
import { type RedisData, script } from './redis-data.js';

/** Redis keeps a pairing for longer than it says, since the clocks of nodes differ. */
const SLACK_MS = 60_000;

const ADD_PAIRING = script(`
  local byCode, bySecret = KEYS[1], KEYS[2]
  local code, pairing, keptUntilMs, nowMs, forgetMs = unpack(ARGV)

  local function isKept(key)
    local untilMs = redis.call('HGET', key, 'kept-until')
    return untilMs and tonumber(untilMs) > tonumber(nowMs)
  end

  if isKept(byCode) or isKept(bySecret) then return 'taken' end
  redis.call('HSET', byCode, 'pairing', pairing, 'kept-until', keptUntilMs)
  redis.call('HSET', bySecret, 'code', code, 'kept-until', keptUntilMs)
  redis.call('PEXPIRE', byCode, forgetMs)
  redis.call('PEXPIRE', bySecret, forgetMs)
  return 'added'
`);

const pairingSchema = v.object({
  code: v.string(),
  secretHash: v.string(),
  tokenHash: v.string(),
  expiresAtMs: v.number(),
  keptUntilMs: v.number(),
});

/** @returns `false` if the code or the secret belongs to another that is kept. */
export async function addPairing(
  redis: RedisData,
  pairing: PairingRecord,
  nowMs: number,
): Promise<boolean> {
  await assertHeld(redis);
  const { code, secretHash, tokenHash, expiresAtMs, keptUntilMs } = pairing;
  const text = JSON.stringify({ code, secretHash, tokenHash, expiresAtMs, keptUntilMs });
  const times = [keptUntilMs, nowMs, keptUntilMs - nowMs + SLACK_MS].map(String);
  const keys = [pairingKeys.byCode(code), pairingKeys.bySecret(secretHash)];
  return readText(await redis.run(ADD_PAIRING, keys, [code, text, ...times])) === 'added';
}

export async function readPairingByCode(
  redis: RedisData,
  code: string,
): Promise<PairingRecord | undefined> {
  const text = readText(await redis.send('HGET', pairingKeys.byCode(code), 'pairing'));
  if (text !== undefined) return parseStored(pairingSchema, text);
  await assertHeld(redis);
  return undefined;
}

export async function readPairingBySecret(
  redis: RedisData,
  secretHash: string,
): Promise<PairingRecord | undefined> {
  const code = readText(await redis.send('HGET', pairingKeys.bySecret(secretHash), 'code'));
  if (code === undefined) {
    await assertHeld(redis);
    return undefined;
  }
  const pairing = await readPairingByCode(redis, code);
  // The code may have become another's since.
  return pairing?.secretHash === secretHash ? pairing : undefined;
}
