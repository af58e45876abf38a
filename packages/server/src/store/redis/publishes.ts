import * as v from 'valibot';
import { readFields, readText } from '../../redis/replies.js';
import type { BodyRecord, ScreenRecord } from '../records.js';
import type { PastContent, PublishedState, PublishOutcome, PublishWrite } from '../store.js';
import { assertHeld } from './installation.js';
import { keyList, mediaKeys, SCHOOLS, schoolKeys } from './keys.js';
import { parseStored } from './parse-stored.js';
import type { RedisData } from './redis-data.js';
import { reserveScreen } from './reservations.js';
import { parseSchool, readSchool } from './schools.js';
import { screenValues } from './screens.js';
import { ADD_SCHOOL, PUBLISH } from './scripts.js';

const metaSchema = v.object({ revision: v.string(), etag: v.string() });

export async function readContent(redis: RedisData, schoolId: string): Promise<string | undefined> {
  const content = readText(await redis.sendLarge('GET', schoolKeys(schoolId).content));
  if (content === undefined) await assertHeld(redis);
  return content;
}

export async function readBodies(
  redis: RedisData,
  schoolId: string,
): Promise<readonly BodyRecord[]> {
  const fields = readFields(await redis.sendLarge('HGETALL', schoolKeys(schoolId).bodies));
  if (fields.size === 0) await assertHeld(redis);
  const bodies: BodyRecord[] = [];
  for (const [field, meta] of fields) {
    if (!field.startsWith('meta ')) continue;
    const key = field.slice('meta '.length);
    const [json, brotli, gzip] = ['json', 'brotli', 'gzip'].map((form) =>
      fields.get(`${form} ${key}`),
    );
    if (!json || !brotli || !gzip) continue;
    bodies.push({ viewKey: key, ...parseStored(metaSchema, meta), json, brotli, gzip });
  }
  return bodies.sort((a, b) => (a.viewKey < b.viewKey ? -1 : 1));
}

/** @returns `false` if the id is taken. */
export async function addSchool(
  redis: RedisData,
  schoolId: string,
  state: PublishedState,
): Promise<boolean> {
  await assertHeld(redis);
  await redis.send('SADD', SCHOOLS, schoolId);
  const outcome = await redis.run(ADD_SCHOOL, keyList(schoolId), stateValues(state), 'large');
  return readText(outcome) === 'added';
}

/** The one write of a publish: all of it, or, unless the outcome is `published`, nothing. */
export async function publish(redis: RedisData, write: PublishWrite): Promise<PublishOutcome> {
  const { schoolId, screen } = write;
  if (screen?.info.version === 1) {
    if (!(await readSchool(redis, schoolId))) return { kind: 'unknown-school' };
    if (!(await reserveScreen(redis, screen))) return { kind: 'superseded' };
  }
  const base = [String(write.baseSequence), (write.files ?? []).join(' ')];
  const values = [...base, ...screenOrNone(screen), ...stateValues(write)];
  const keys = [...keyList(schoolId), mediaKeys.index(schoolId)];
  const reply = await redis.run(PUBLISH, keys, values, 'large');
  if (readText(reply) === 'superseded') return { kind: 'superseded' };
  const school = parseSchool(schoolId, reply);
  if (school !== undefined) return { kind: 'published', school };
  await assertHeld(redis);
  return { kind: 'unknown-school' };
}

function screenOrNone(screen: ScreenRecord | undefined): readonly string[] {
  return screen === undefined ? ['', '', '', '', '', ''] : screenValues(screen);
}

function stateValues(
  state: PublishedState & Pick<PublishWrite, 'pastBefore'>,
): readonly (string | Buffer)[] {
  const { name, zone, horizon, content, alerts = [], pastBefore, past, bodies } = state;
  return [
    name,
    zone,
    horizon,
    JSON.stringify(alerts),
    content,
    ...pastValues(pastBefore),
    ...pastValues(past),
    ...bodies.flatMap(({ viewKey: key, revision, etag, json, brotli, gzip }) => [
      key,
      JSON.stringify({ revision, etag }),
      json,
      brotli,
      gzip,
    ]),
  ];
}

function pastValues(past: PastContent | undefined): readonly (string | Buffer)[] {
  return past ? [JSON.stringify(past.note), past.gzip, String(past.maxKept)] : ['', '', ''];
}
