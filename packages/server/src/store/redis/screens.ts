import { screenInfoSchema, viewSchema } from '@hallboard/shared';
import { readFields, readText } from '../../redis/replies.js';
import { type ScreenRecord, viewKey } from '../records.js';
import type { AddScreenOutcome, ScreensPart, UpdateScreenOutcome } from '../store.js';
import { assertHeld } from './installation.js';
import { keyList, schoolKeys } from './keys.js';
import { known, runOnScreen } from './outcomes.js';
import { parseStored } from './parse-stored.js';
import type { RedisData } from './redis-data.js';
import { placeOfToken, reserveScreen, schoolOfScreen } from './reservations.js';
import { readSchool } from './schools.js';
import { ADD_SCREEN, REVOKE_SCREEN, UPDATE_SCREEN } from './scripts.js';

/** What a stored screen is read from. */
const FIELDS = ['token', 'view', 'info', 'device', 'barred', 'revoked'] as const;

/** A screen as the scripts take it: id, token, view key, view, info, version. */
export function screenValues(screen: ScreenRecord): readonly string[] {
  const { id, tokenHash, view, info } = screen;
  return [
    id,
    tokenHash,
    viewKey(view),
    JSON.stringify(view),
    JSON.stringify(info),
    String(info.version),
  ];
}

/** A part costs as much of Redis as all; what is saved is reading it here. */
export async function readScreens(
  redis: RedisData,
  schoolId: string,
  { after = '', limit }: Partial<ScreensPart> = {},
): Promise<readonly ScreenRecord[]> {
  const fields = readFields(await redis.sendLarge('HGETALL', schoolKeys(schoolId).screens));
  if (fields.size === 0) await assertHeld(redis);
  return [...fields.keys()]
    .filter((name) => name.startsWith('token '))
    .map((name) => name.slice('token '.length))
    .filter((id) => id > after)
    .sort()
    .slice(0, limit)
    .map((id) => parseScreen(schoolId, id, fields))
    .filter((screen) => screen !== undefined);
}

export async function readScreen(
  redis: RedisData,
  screenId: string,
): Promise<ScreenRecord | undefined> {
  const schoolId = await schoolOfScreen(redis, screenId);
  const screen = schoolId === undefined ? undefined : await readOne(redis, schoolId, screenId);
  if (screen === undefined) await assertHeld(redis);
  return screen;
}

export async function readScreenByTokenHash(
  redis: RedisData,
  tokenHash: string,
): Promise<ScreenRecord | undefined> {
  const place = await placeOfToken(redis, tokenHash);
  const screen = place && (await readOne(redis, place.schoolId, place.screenId));
  if (screen?.tokenHash === tokenHash) return screen;
  await assertHeld(redis);
  return undefined;
}

/** For a screen whose view is in use already; any other is added by a publish. */
export async function addScreen(redis: RedisData, screen: ScreenRecord): Promise<AddScreenOutcome> {
  // Looked at before an id is reserved, and judged again with the write.
  if (!(await readSchool(redis, screen.schoolId))) return 'unknown-school';
  const { bodies } = schoolKeys(screen.schoolId);
  if ((await redis.send('HEXISTS', bodies, `meta ${viewKey(screen.view)}`)) === 0) return 'no-body';
  if (!(await reserveScreen(redis, screen))) return 'taken';
  const outcome = await redis.run(ADD_SCREEN, keyList(screen.schoolId), screenValues(screen));
  return known(redis, outcome, ['added', 'taken', 'no-body'], 'unknown-school');
}

export async function updateScreen(
  redis: RedisData,
  screen: ScreenRecord,
): Promise<UpdateScreenOutcome> {
  const outcome = await redis.run(UPDATE_SCREEN, keyList(screen.schoolId), screenValues(screen));
  return known(redis, outcome, ['updated', 'superseded', 'no-body'], 'unknown-screen');
}

/** @returns `false` if there is no such screen or it has a tombstone already. */
export async function revokeScreen(
  redis: RedisData,
  screenId: string,
  revokedAtMs: number,
): Promise<boolean> {
  const values = [String(revokedAtMs)];
  const outcome = await runOnScreen(redis, REVOKE_SCREEN, screenId, values, ['revoked']);
  return outcome === 'revoked';
}

async function readOne(
  redis: RedisData,
  schoolId: string,
  id: string,
): Promise<ScreenRecord | undefined> {
  const names = FIELDS.map((field) => `${field} ${id}`);
  const reply = await redis.send('HMGET', schoolKeys(schoolId).screens, ...names);
  const values: readonly unknown[] = Array.isArray(reply) ? reply : [];
  const entries = names.map((name, at): [string, unknown] => [name, values[at]]);
  return parseScreen(schoolId, id, new Map(entries));
}

/** @returns `undefined` if the fields hold no such screen. */
function parseScreen(
  schoolId: string,
  id: string,
  fields: ReadonlyMap<string, unknown>,
): ScreenRecord | undefined {
  const [tokenHash, view, info, deviceId, barredDeviceId, revokedAt] = FIELDS.map((field) =>
    readText(fields.get(`${field} ${id}`)),
  );
  if (tokenHash === undefined) return undefined;
  return {
    id,
    schoolId,
    tokenHash,
    view: parseStored(viewSchema, view ?? ''),
    info: parseStored(screenInfoSchema, info ?? ''),
    ...(deviceId !== undefined && { deviceId }),
    ...(barredDeviceId !== undefined && { barredDeviceId }),
    ...(revokedAt !== undefined && { revokedAtMs: Number(revokedAt) }),
  };
}
