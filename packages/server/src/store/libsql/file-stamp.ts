import type { Clock } from '../../ports/clock.js';

/** Such as `2026-11-24T07-53-00.000Z`: in order of time, and a name on every file system. */
export function fileStamp(clock: Clock): string {
  return new Date(clock.wallMs()).toISOString().replaceAll(':', '-');
}
