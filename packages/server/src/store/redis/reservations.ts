import * as v from 'valibot';
import { readText } from '../../redis/replies.js';
import type { ScreenRecord } from '../records.js';
import { SCREEN_SCHOOLS, TOKEN_SCREENS } from './keys.js';
import { parseStored } from './parse-stored.js';
import type { RedisData } from './redis-data.js';

const placeSchema = v.object({ schoolId: v.string(), screenId: v.string() });
export type ScreenPlace = v.InferOutput<typeof placeSchema>;

/**
 * Makes a new screen's token and id its own in every school. First the token, which is random: what
 * fails on it has taken no id.
 *
 * @returns `false` if either is another's.
 */
export async function reserveScreen(redis: RedisData, screen: ScreenRecord): Promise<boolean> {
  const { id, schoolId, tokenHash } = screen;
  return (
    (await reserveToken(redis, tokenHash, screen)) &&
    (await reserve(redis, SCREEN_SCHOOLS, id, schoolId))
  );
}

/** Makes a token one that only this screen can get. @returns `false` if it is another's. */
export function reserveToken(
  redis: RedisData,
  tokenHash: string,
  { id, schoolId }: ScreenRecord,
): Promise<boolean> {
  const place: ScreenPlace = { schoolId, screenId: id };
  return reserve(redis, TOKEN_SCREENS, tokenHash, JSON.stringify(place));
}

/** @returns where the screen is if there is one with this token; it may still have another. */
export async function placeOfToken(
  redis: RedisData,
  tokenHash: string,
): Promise<ScreenPlace | undefined> {
  const text = readText(await redis.send('HGET', TOKEN_SCREENS, tokenHash));
  return text === undefined ? undefined : parseStored(placeSchema, text);
}

/** @returns the school that a screen's id belongs to. */
export async function schoolOfScreen(
  redis: RedisData,
  screenId: string,
): Promise<string | undefined> {
  return readText(await redis.send('HGET', SCREEN_SCHOOLS, screenId));
}

async function reserve(redis: RedisData, key: string, field: string, value: string) {
  await redis.send('HSETNX', key, field, value);
  return readText(await redis.send('HGET', key, field)) === value;
}
