import { withinLimit } from '../../adapters/within-limit.js';
import type { Clock } from '../../ports/clock.js';
import type { Evidence } from '../evidence.js';

const LIMIT_MS = 1_000;

export type ProbeAudio = Pick<AudioContext, 'resume' | 'close'>;

/** Whether sound may start by itself; nothing is heard of it. A blocked `resume` never settles. */
export async function trySound(
  clock: Clock,
  createAudio: (() => ProbeAudio) | undefined,
): Promise<Extract<Evidence['sound'], 'running' | 'suspended' | 'absent'>> {
  if (createAudio === undefined) return 'absent';
  let audio: ProbeAudio;
  try {
    audio = createAudio();
  } catch {
    return 'absent';
  }
  const { ok } = await withinLimit(clock, LIMIT_MS, () => audio.resume());
  await withinLimit(clock, LIMIT_MS, () => audio.close());
  return ok ? 'running' : 'suspended';
}
