import type { ScreenRecord } from '../store/records.js';

/**
 * What was read of a school's screens, with what the store has acknowledged meanwhile: a reading that
 * began before a claim may not have it, and the screen would be nobody's where the store is away by
 * then (SRV-4). One that was taken from its device since bars that device.
 * @param claimed devices by screens.
 */
export function withClaims(
  screens: readonly ScreenRecord[],
  claimed: ReadonlyMap<string, string>,
): readonly ScreenRecord[] {
  return screens.map((screen) => {
    const deviceId = claimed.get(screen.id);
    const { barredDeviceId, ...record } = screen;
    if (deviceId === undefined || record.deviceId !== undefined) return screen;
    return barredDeviceId === deviceId ? screen : { ...record, deviceId };
  });
}
