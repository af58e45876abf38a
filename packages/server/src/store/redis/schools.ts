import * as v from 'valibot';
import { readFields, readText, readTexts } from '../../redis/replies.js';
import { type FlagChange, KEPT_FLAG_CHANGES } from '../flag-records.js';
import { raisedAlertsSchema } from '../raised-alert.js';
import type { ChangeCounters, SchoolRecord } from '../records.js';
import { StoreUnavailableError } from '../store-unavailable-error.js';
import { assertHeld, readInstallation } from './installation.js';
import { SCHOOLS, schoolKeys } from './keys.js';
import { type RedisData, script } from './redis-data.js';

const numberText = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number));

const schoolFields = v.pipe(
  v.object({
    name: v.string(),
    zone: v.string(),
    sequence: numberText,
    horizon: v.string(),
    realtime: v.optional(v.picklist(['on', 'off'])),
    'multi-device': v.optional(v.literal('on')),
    'embed-origins': v.optional(v.pipe(v.string(), v.parseJson(), v.array(v.string())), '[]'),
    alerts: v.optional(v.pipe(v.string(), v.parseJson(), raisedAlertsSchema), '[]'),
    changes: numberText,
  }),
  v.transform(
    ({
      realtime,
      'multi-device': multiDevice,
      'embed-origins': embedOrigins,
      alerts,
      ...school
    }): Omit<SchoolRecord, 'id'> => ({
      ...school,
      ...(realtime && { realtime }),
      ...(multiDevice && { multiDevice: true }),
      ...(embedOrigins.length > 0 && { embedOrigins }),
      ...(alerts.length > 0 && { alerts }),
    }),
  ),
);

const SET_FLAG = script(`
  local school, history, flag, value, changes, kept = KEYS[1], KEYS[2], unpack(ARGV)
  if redis.call('EXISTS', school) == 0 then return 'unknown' end
  if value == '' then redis.call('HDEL', school, flag)
  else redis.call('HSET', school, flag, value) end
  if changes ~= '' then
    redis.call('LPUSH', history, changes)
    redis.call('LTRIM', history, 0, kept - 1)
  end
  redis.call('HINCRBY', school, 'changes', 1)
  return 'written'
`);

/** Reads a school's hash as Redis answers it. @returns `undefined` for a hash that is not there. */
export function parseSchool(id: string, reply: unknown): SchoolRecord | undefined {
  const fields = readFields(reply);
  if (fields.size === 0) return undefined;
  const texts = [...fields].map(([name, value]) => [name, value.toString('utf8')]);
  const result = v.safeParse(schoolFields, Object.fromEntries(texts));
  if (!result.success) {
    const names = result.issues.map((issue) => v.getDotPath(issue)).join(', ');
    throw new StoreUnavailableError(`Redis holds a school that cannot be read: ${names}`);
  }
  return { id, ...result.output };
}

export async function readSchool(
  redis: RedisData,
  schoolId: string,
): Promise<SchoolRecord | undefined> {
  const school = parseSchool(schoolId, await redis.send('HGETALL', schoolKeys(schoolId).school));
  if (school === undefined) await assertHeld(redis);
  return school;
}

export async function readSchools(redis: RedisData): Promise<readonly SchoolRecord[]> {
  const ids = await readSchoolIds(redis);
  const schools = await Promise.all(ids.map((id) => readSchool(redis, id)));
  return schools.filter((school) => school !== undefined);
}

/** @returns `false` if there is no such school. `undefined` removes the school's own say. */
export async function writeSchoolFlag(
  redis: RedisData,
  schoolId: string,
  flag: 'realtime' | 'multi-device' | 'embed-origins',
  value: string | undefined,
  change?: FlagChange,
): Promise<boolean> {
  const { school, flagChanges } = schoolKeys(schoolId);
  const changes = change === undefined ? '' : JSON.stringify([change]);
  const values = [flag, value ?? '', changes, String(KEPT_FLAG_CHANGES)];
  const outcome = await redis.run(SET_FLAG, [school, flagChanges], values);
  if (readText(outcome) === 'written') return true;
  await assertHeld(redis);
  return false;
}

/**
 * The global counter is the sum of all: so one write advances both, although they may live on
 * different nodes of a cluster, and equal sums mean that nothing has changed (SRV-8).
 */
export async function readCounters(redis: RedisData): Promise<ChangeCounters> {
  const ids = await readSchoolIds(redis);
  const schools = new Map<string, number>();
  await Promise.all(
    ids.map(async (id) => {
      const changes = readText(await redis.send('HGET', schoolKeys(id).school, 'changes'));
      if (changes !== undefined) schools.set(id, Number(changes));
    }),
  );
  // Last, so that a store that was lost meanwhile is seen.
  const { epoch, changes } = await readInstallation(redis);
  const global = [...schools.values()].reduce((sum, each) => sum + each, changes);
  return { epoch, global, schools };
}

async function readSchoolIds(redis: RedisData): Promise<readonly string[]> {
  const ids = readTexts(await redis.send('SMEMBERS', SCHOOLS));
  if (ids.length === 0) await assertHeld(redis);
  return [...ids].sort();
}
