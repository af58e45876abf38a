import { readTexts } from '../../redis/replies.js';
import { publishNoteSchema } from '../publish-note-schema.js';
import type { PastPublish } from '../records.js';
import { assertHeld } from './installation.js';
import { schoolKeys } from './keys.js';
import { parseStored } from './parse-stored.js';
import type { RedisData } from './redis-data.js';

export async function readHistory(
  redis: RedisData,
  schoolId: string,
): Promise<readonly PastPublish[]> {
  const entries = readTexts(await redis.send('LRANGE', schoolKeys(schoolId).history, '0', '-1'));
  if (entries.length === 0) await assertHeld(redis);
  return entries.map((entry) => {
    const space = entry.indexOf(' ');
    const sequence = Number(entry.slice(0, space));
    return { sequence, ...parseStored(publishNoteSchema, entry.slice(space + 1)) };
  });
}

export async function readPastContent(
  redis: RedisData,
  schoolId: string,
  sequence: number,
): Promise<Buffer | undefined> {
  const reply = await redis.sendLarge('HGET', schoolKeys(schoolId).past, String(sequence));
  if (Buffer.isBuffer(reply)) return reply;
  await assertHeld(redis);
  return undefined;
}
