import type {
  ClaimOutcome,
  OwnerAfterwards,
  ReplaceTokenOutcome,
  UnbindOutcome,
} from '../store.js';
import { CLAIM_SCREEN, READMIT_DEVICE, REPLACE_TOKEN, UNBIND_SCREEN } from './binding-scripts.js';
import { runOnScreen } from './outcomes.js';
import type { RedisData } from './redis-data.js';
import { reserveToken } from './reservations.js';
import { readScreen } from './screens.js';

export function claimScreen(
  redis: RedisData,
  screenId: string,
  deviceId: string,
  lapsed = '',
): Promise<ClaimOutcome> {
  const outcomes = ['won', 'mine', 'taken', 'barred'] as const;
  return runOnScreen(redis, CLAIM_SCREEN, screenId, [deviceId, lapsed], outcomes);
}

export function unbindScreen(redis: RedisData, screenId: string): Promise<UnbindOutcome> {
  return runOnScreen(redis, UNBIND_SCREEN, screenId, [], ['changed', 'unchanged']);
}

export function readmitDevice(redis: RedisData, screenId: string): Promise<UnbindOutcome> {
  return runOnScreen(redis, READMIT_DEVICE, screenId, [], ['changed', 'unchanged']);
}

/** The old token's entry stays in the index, and leads to a screen that has another token. */
export async function replaceToken(
  redis: RedisData,
  screenId: string,
  tokenHash: string,
  owner: OwnerAfterwards,
): Promise<ReplaceTokenOutcome> {
  // Looked at before the token is reserved, and judged again with the write.
  const screen = await readScreen(redis, screenId);
  if (screen === undefined || screen.revokedAtMs !== undefined) return 'unknown-screen';
  if (!(await reserveToken(redis, tokenHash, screen))) return 'taken';
  const values = [tokenHash, owner];
  return runOnScreen(redis, REPLACE_TOKEN, screenId, values, ['replaced', 'taken']);
}
