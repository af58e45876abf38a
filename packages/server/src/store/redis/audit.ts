import * as v from 'valibot';
import { readText, readTexts } from '../../redis/replies.js';
import { auditNoteText, auditResultText } from '../audit-schemas.js';
import type { AuditNote, AuditRecord, AuditResult } from '../records.js';
import type { AuditQuery } from '../store.js';
import { StoreUnavailableError } from '../store-unavailable-error.js';
import { assertHeld } from './installation.js';
import { auditKeys } from './keys.js';
import { type RedisData, script } from './redis-data.js';

/**
 * A school's set is cut when that school's next entry comes; until then readers pass over what is
 * forgotten, since a script may not touch keys that it was not told of.
 */
const BEGIN = script(`
  local last, entries, all, ofSchool = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
  local seq = redis.call('INCR', last)
  local forgotten = seq - tonumber(ARGV[2])
  redis.call('HSET', entries, seq, ARGV[1])
  for _, set in ipairs({ all, ofSchool }) do
    redis.call('ZADD', set, seq, seq)
  end
  for _, old in ipairs(redis.call('ZRANGEBYSCORE', all, '-inf', forgotten)) do
    redis.call('HDEL', entries, old, old .. ' done')
  end
  for _, set in ipairs({ all, ofSchool }) do
    redis.call('ZREMRANGEBYSCORE', set, '-inf', forgotten)
  end
  return tostring(seq)
`);

const SETTLE = script(`
  local entries, seq = KEYS[1], ARGV[1]
  if redis.call('HEXISTS', entries, seq) == 1 then
    redis.call('HSET', entries, seq .. ' done', ARGV[2])
  end
`);

const DROP = script(`
  local entries, all, ofSchool, seq = KEYS[1], KEYS[2], KEYS[3], ARGV[1]
  redis.call('HDEL', entries, seq, seq .. ' done')
  for _, set in ipairs({ all, ofSchool }) do
    redis.call('ZREM', set, seq)
  end
`);

export async function beginAudit(
  redis: RedisData,
  note: AuditNote,
  maxEntries: number,
): Promise<number> {
  await assertHeld(redis);
  const { last, entries, all, ofSchool } = auditKeys;
  const sets = note.schoolId === undefined ? [] : [ofSchool(note.schoolId)];
  const values = [JSON.stringify(note), String(maxEntries)];
  return Number(readText(await redis.run(BEGIN, [last, entries, all, ...sets], values)));
}

export async function settleAudit(
  redis: RedisData,
  seq: number,
  result: AuditResult,
): Promise<void> {
  await redis.run(SETTLE, [auditKeys.entries], [String(seq), JSON.stringify(result)]);
}

export async function dropAudit(redis: RedisData, seq: number): Promise<void> {
  const { entries, all, ofSchool } = auditKeys;
  const note = readText(await redis.send('HGET', entries, String(seq)));
  if (note === undefined) return;
  const { schoolId } = parseEntry(seq, note, undefined);
  const sets = schoolId === undefined ? [] : [ofSchool(schoolId)];
  await redis.run(DROP, [entries, all, ...sets], [String(seq)]);
}

export async function readAudit(
  redis: RedisData,
  { schoolIds, before, limit }: AuditQuery,
): Promise<readonly AuditRecord[]> {
  const sets = schoolIds?.map(auditKeys.ofSchool) ?? [auditKeys.all];
  const found: AuditRecord[] = [];
  let from = before === undefined ? '+inf' : `(${before}`;
  while (found.length < limit) {
    const seqs = await newestOf(redis, sets, from, limit);
    const last = seqs.at(-1);
    if (last === undefined) break;
    found.push(...(await readEntries(redis, seqs)));
    from = `(${last}`;
  }
  if (found.length === 0) await assertHeld(redis);
  return found.slice(0, limit);
}

/** The newest sequences of several sets together. */
async function newestOf(
  redis: RedisData,
  sets: readonly string[],
  from: string,
  limit: number,
): Promise<readonly number[]> {
  const ofEach = await Promise.all(
    sets.map((set) =>
      redis.send('ZREVRANGEBYSCORE', set, from, '-inf', 'LIMIT', '0', String(limit)),
    ),
  );
  const seqs = ofEach.flatMap((reply) => readTexts(reply).map(Number));
  return seqs.sort((a, b) => b - a).slice(0, limit);
}

async function readEntries(redis: RedisData, seqs: readonly number[]): Promise<AuditRecord[]> {
  const fields = seqs.flatMap((seq) => [String(seq), `${seq} done`]);
  const reply = await redis.sendLarge('HMGET', auditKeys.entries, ...fields);
  const texts: readonly unknown[] = Array.isArray(reply) ? reply : [];
  return seqs.flatMap((seq, at) => {
    const note = readText(texts[at * 2]);
    return note === undefined ? [] : [parseEntry(seq, note, readText(texts[at * 2 + 1]))];
  });
}

function parseEntry(seq: number, noteText: string, resultText: string | undefined): AuditRecord {
  const note = v.safeParse(auditNoteText, noteText);
  const result = v.safeParse(v.optional(auditResultText), resultText);
  if (!note.success || !result.success) {
    throw new StoreUnavailableError('Redis holds an entry of the audit log that cannot be read');
  }
  const outcome = result.output === undefined ? 'unknown' : 'done';
  return { seq, ...note.output, ...result.output, outcome };
}
