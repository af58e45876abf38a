import * as v from 'valibot';
import { readFields, readText } from '../../redis/replies.js';
import {
  type FlagChange,
  type FlagsRecord,
  flagChangeSchema,
  flagsSchema,
  INITIAL_FLAGS,
  KEPT_FLAG_CHANGES,
} from '../flag-records.js';
import type { FlagStore, LeaseRequest } from '../flag-store.js';
import { type ObservationRecord, observationSchema } from '../observation-records.js';
import { assertHeld, IF_HELD, throwIfLost } from './installation.js';
import { INSTALLATION, ROLLOUT, schoolKeys } from './keys.js';
import { parseStored } from './parse-stored.js';
import { type RedisData, script } from './redis-data.js';

/** Histories are kept by version, so that the oldest can be named without reading the others. */
const WRITE_FLAGS = script(`${IF_HELD}
  local version, flags, changes, kept = unpack(ARGV)
  local stored = tonumber(redis.call('HGET', installation, 'flags-version') or '0')
  if stored ~= tonumber(version) - 1 then return 'superseded' end
  redis.call('HSET', installation, 'flags-version', version, 'flags', flags,
    'flag-changes ' .. version, changes)
  redis.call('HDEL', installation, 'flag-changes ' .. (tonumber(version) - tonumber(kept)))
  redis.call('HINCRBY', installation, 'changes', 1)
  return 'written'
`);

const TAKE_LEASE = script(`
  local rollout, node, nowMs, untilMs = KEYS[1], unpack(ARGV)
  local holder, held = unpack(redis.call('HMGET', rollout, 'lease', 'lease-until'))
  if holder and holder ~= node and tonumber(held) > tonumber(nowMs) then return 'held' end
  redis.call('HSET', rollout, 'lease', node, 'lease-until', untilMs)
  return 'taken'
`);

const changesSchema = v.array(flagChangeSchema);

export function createFlagStore(redis: RedisData): FlagStore {
  return {
    flags: () => readFlags(redis),
    writeFlags: (flags, changes) => writeFlags(redis, flags, changes),
    flagHistory: (schoolId) =>
      schoolId === undefined ? readHistory(redis) : readSchoolHistory(redis, schoolId),
    takeRolloutLease: (request) => takeLease(redis, request),
    reportObservations: (report, forgetBeforeMs) => writeReport(redis, report, forgetBeforeMs),
    observations: async () => [...(await readReports(redis)).values()],
  };
}

async function readFlags(redis: RedisData): Promise<FlagsRecord> {
  const flags = readText(await redis.send('HGET', INSTALLATION, 'flags'));
  if (flags !== undefined) return parseStored(flagsSchema, flags);
  await assertHeld(redis);
  return INITIAL_FLAGS;
}

async function writeFlags(
  redis: RedisData,
  flags: FlagsRecord,
  changes: readonly FlagChange[],
): Promise<boolean> {
  const values = [flags.version, JSON.stringify(flags), JSON.stringify(changes), KEPT_FLAG_CHANGES];
  const outcome = await redis.run(WRITE_FLAGS, [INSTALLATION], values.map(String));
  return throwIfLost(outcome) === 'written';
}

async function readHistory(redis: RedisData): Promise<readonly FlagChange[]> {
  const { version } = await readFlags(redis);
  if (version === 0) return [];
  const kept = Math.min(version, KEPT_FLAG_CHANGES);
  const names = Array.from({ length: kept }, (_, back) => `flag-changes ${version - back}`);
  return parseHistory(await redis.send('HMGET', INSTALLATION, ...names));
}

async function readSchoolHistory(
  redis: RedisData,
  schoolId: string,
): Promise<readonly FlagChange[]> {
  const reply = await redis.send('LRANGE', schoolKeys(schoolId).flagChanges, '0', '-1');
  const history = parseHistory(reply);
  if (history.length === 0) await assertHeld(redis);
  return history;
}

function parseHistory(reply: unknown): readonly FlagChange[] {
  const texts = (Array.isArray(reply) ? reply : []).map(readText);
  return texts
    .filter((text) => text !== undefined)
    .flatMap((text) => parseStored(changesSchema, text));
}

async function takeLease(
  redis: RedisData,
  { node, nowMs, durationMs }: LeaseRequest,
): Promise<boolean> {
  await assertHeld(redis);
  const values = [node, String(nowMs), String(nowMs + durationMs)];
  return readText(await redis.run(TAKE_LEASE, [ROLLOUT], values)) === 'taken';
}

async function writeReport(
  redis: RedisData,
  report: ObservationRecord,
  forgetBeforeMs: number,
): Promise<void> {
  const reports = await readReports(redis);
  const old = [...reports].filter(([, { atMs }]) => atMs < forgetBeforeMs).map(([name]) => name);
  if (old.length > 0) await redis.send('HDEL', ROLLOUT, ...old);
  await redis.send('HSET', ROLLOUT, `observed ${report.node}`, JSON.stringify(report));
}

/** By the names of their fields. */
async function readReports(redis: RedisData): Promise<ReadonlyMap<string, ObservationRecord>> {
  await assertHeld(redis);
  const fields = [...readFields(await redis.send('HGETALL', ROLLOUT))];
  return new Map(
    fields
      .filter(([name]) => name.startsWith('observed '))
      .map(([name, text]) => [name, parseStored(observationSchema, text)]),
  );
}
