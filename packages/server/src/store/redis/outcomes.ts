import { readText } from '../../redis/replies.js';
import { assertHeld } from './installation.js';
import { keyList } from './keys.js';
import type { RedisData, Script } from './redis-data.js';
import { schoolOfScreen } from './reservations.js';

/** @returns a script's outcome, or `unknown`, which only a store that is there may say (SRV-4). */
export async function known<T extends string, U extends string>(
  redis: RedisData,
  outcome: unknown,
  outcomes: readonly T[],
  unknown: U,
): Promise<T | U> {
  const text = readText(outcome);
  const found = outcomes.find((each) => each === text);
  if (found === undefined) await assertHeld(redis);
  return found ?? unknown;
}

/** Runs a script of one screen, whichever school's it is. The screen's id precedes the values. */
export async function runOnScreen<T extends string>(
  redis: RedisData,
  script: Script,
  screenId: string,
  values: readonly string[],
  outcomes: readonly T[],
): Promise<T | 'unknown-screen'> {
  const schoolId = await schoolOfScreen(redis, screenId);
  const outcome =
    schoolId === undefined
      ? undefined
      : await redis.run(script, keyList(schoolId), [screenId, ...values]);
  return known(redis, outcome, outcomes, 'unknown-screen');
}
