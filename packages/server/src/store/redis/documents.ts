import * as v from 'valibot';
import { readText } from '../../redis/replies.js';
import type { StoredDocument } from '../records.js';
import { assertHeld } from './installation.js';
import { documentKey } from './keys.js';
import { parseStored } from './parse-stored.js';
import { type RedisData, script } from './redis-data.js';

const WRITE_DOCUMENT = script(`
  local document, text, replaces = KEYS[1], ARGV[1], tonumber(ARGV[2])
  if tonumber(redis.call('HGET', document, 'version') or 0) ~= replaces then return 'superseded' end
  redis.call('HSET', document, 'text', text, 'version', replaces + 1)
  return 'written'
`);

const versionSchema = v.pipe(v.number(), v.safeInteger());

export async function readDocument(
  redis: RedisData,
  name: string,
): Promise<StoredDocument | undefined> {
  const reply = await redis.send('HMGET', documentKey(name), 'text', 'version');
  const [text, version] = Array.isArray(reply) ? reply.map(readText) : [];
  if (text !== undefined && version !== undefined) {
    return { text, version: parseStored(versionSchema, version) };
  }
  await assertHeld(redis);
  return undefined;
}

/** @returns `false` if the stored version is another than the one to replace; 0 replaces none. */
export async function writeDocument(
  redis: RedisData,
  name: string,
  text: string,
  replaces: number,
): Promise<boolean> {
  await assertHeld(redis);
  const outcome = await redis.run(WRITE_DOCUMENT, [documentKey(name)], [text, String(replaces)]);
  return readText(outcome) === 'written';
}
