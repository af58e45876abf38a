import { readFields } from '../../redis/replies.js';
import type { ScreenSightRecord } from '../records.js';
import { reportRecordSchema } from '../report-record.js';
import { assertHeld } from './installation.js';
import { sightsKey } from './keys.js';
import { parseStored } from './parse-stored.js';
import { type RedisData, script } from './redis-data.js';

/** Four values for each screen: id, when it was seen, when it reported, the report or nothing. */
const WRITE_SIGHTS = script(`
  local sights = KEYS[1]
  local function isNewer(field, value)
    return tonumber(value) >= tonumber(redis.call('HGET', sights, field) or 0)
  end
  for i = 1, #ARGV, 4 do
    local id, seen, reported, report = ARGV[i], ARGV[i + 1], ARGV[i + 2], ARGV[i + 3]
    if isNewer('seen ' .. id, seen) then redis.call('HSET', sights, 'seen ' .. id, seen) end
    if report ~= '' and isNewer('reported ' .. id, reported) then
      redis.call('HSET', sights, 'reported ' .. id, reported, 'report ' .. id, report)
    end
  end
  return 'written'
`);

const SEEN = 'seen ';

export async function readSights(
  redis: RedisData,
  schoolId: string,
): Promise<readonly ScreenSightRecord[]> {
  const fields = readFields(await redis.sendLarge('HGETALL', sightsKey(schoolId)));
  if (fields.size === 0) await assertHeld(redis);
  return [...fields]
    .filter(([field]) => field.startsWith(SEEN))
    .map(([field, seen]): ScreenSightRecord => {
      const screenId = field.slice(SEEN.length);
      const report = fields.get(`report ${screenId}`);
      return {
        screenId,
        lastSeenMs: Number(seen.toString('utf8')),
        ...(report && { report: parseStored(reportRecordSchema, report) }),
      };
    })
    .sort((a, b) => (a.screenId < b.screenId ? -1 : 1));
}

/** Keeps what is newer, the sight and the report each. */
export async function writeSights(
  redis: RedisData,
  schoolId: string,
  sights: readonly ScreenSightRecord[],
): Promise<void> {
  await assertHeld(redis);
  const values = sights.flatMap(({ screenId, lastSeenMs, report }) => [
    screenId,
    String(lastSeenMs),
    String(report?.receivedAtMs ?? 0),
    report === undefined ? '' : JSON.stringify(report),
  ]);
  await redis.run(WRITE_SIGHTS, [sightsKey(schoolId)], values, 'large');
}
