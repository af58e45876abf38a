import type { ScreenRecord } from '../store/records.js';

/** A claim that the store has acknowledged. */
export interface Claim {
  readonly deviceId: string;
  /** Who had the screen until then; `undefined`: nobody. */
  readonly before: string | undefined;
}

/**
 * What was read of a school's screens, with what the store has acknowledged meanwhile: a reading that
 * began before a claim may not have it, and the screen would be nobody's where the store is away by
 * then (SRV-4). One that was taken from its device since bars that device.
 * @param claimed by screens.
 */
export function withClaims(
  screens: readonly ScreenRecord[],
  claimed: ReadonlyMap<string, Claim>,
): readonly ScreenRecord[] {
  return screens.map((screen) => {
    const claim = claimed.get(screen.id);
    const { barredDeviceId, ...record } = screen;
    if (claim === undefined || record.deviceId !== claim.before) return screen;
    const { deviceId } = claim;
    return barredDeviceId === deviceId ? screen : { ...record, deviceId };
  });
}
