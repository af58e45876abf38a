import type { CloseReason } from '@hallboard/shared';
import type { ServedSchool } from '../serving/served.js';
import type { Membership } from './connection.js';

/** What a school's rules say of its sockets. */
export interface SocketRules {
  readonly isRealtimeOn: boolean;
  /** `DISPLAY_ALLOW_MULTI_DEVICE` (BIND-3). */
  readonly allowMultiDevice: boolean;
}

/** @returns why a socket may not stay as its school is now, or `undefined` if it may. */
export function reasonToLeave(
  { screenId, tokenHash, deviceId }: Membership,
  school: ServedSchool,
  { isRealtimeOn, allowMultiDevice }: SocketRules,
): CloseReason | undefined {
  if (!isRealtimeOn) return 'realtimeOff';
  const record = school.screens.get(screenId)?.record;
  if (record?.tokenHash !== tokenHash || record.revokedAtMs !== undefined) return 'unknownScreen';
  if (record.barredDeviceId === deviceId) return 'boundElsewhere';
  return record.deviceId === deviceId || allowMultiDevice ? undefined : 'boundElsewhere';
}

/** @returns the screens whose own object changed (SNAP-8); new ones have nobody to tell. */
export function changedScreens(
  previous: ServedSchool | undefined,
  current: ServedSchool,
): readonly string[] {
  return [...current.screens.keys()].filter((id) => {
    const before = previous?.screens.get(id)?.record.info.version;
    return before !== undefined && before !== current.screens.get(id)?.record.info.version;
  });
}
