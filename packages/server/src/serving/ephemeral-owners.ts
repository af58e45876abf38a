import { EPHEMERAL_DEVICE } from '@hallboard/shared';
import type { Clock } from '../ports/clock.js';
import type { SchoolIndex } from './school-index.js';
import type { ServedScreen } from './served.js';

/** A device polls every 8 to 45 s (POLL-2), and nodes share what they see of it every minute. */
const LAPSE_MS = 2 * 60_000;

export interface EphemeralOwnersOptions {
  readonly index: SchoolIndex;
  readonly clock: Clock;
  /** When any node was last asked for the screen by its device, ms since the epoch. */
  readonly lastSeenMs: (screen: ServedScreen) => Promise<number | undefined>;
}

/** Knows whose binding lapses: devices that are others after each restart (STORE-6). */
export class EphemeralOwners {
  /** Since when this node has known the owner, by screen; ms since the epoch. */
  readonly #since = new Map<string, number>();

  constructor(private readonly options: EphemeralOwnersOptions) {
    options.index.onChange(({ previous, current }) => {
      for (const [id, { record }] of current.screens) {
        if (!isEphemeral(record.deviceId)) this.#since.delete(id);
        else if (previous?.screens.get(id)?.record.deviceId !== record.deviceId) {
          this.#since.set(id, options.clock.wallMs());
        }
      }
    });
  }

  /**
   * Whether another device may have the screen: its owner is silent, or was this one before it found
   * out that it keeps its id.
   * @throws StoreUnavailableError if the store cannot say when it was seen.
   */
  async hasLapsed(screen: ServedScreen, deviceId: string): Promise<boolean> {
    const { id, deviceId: owner } = screen.record;
    if (!isEphemeral(owner)) return false;
    if (owner === EPHEMERAL_DEVICE + deviceId) return true;
    const { clock, lastSeenMs } = this.options;
    const seenMs = Math.max((await lastSeenMs(screen)) ?? 0, this.#since.get(id) ?? 0);
    return clock.wallMs() - seenMs > LAPSE_MS;
  }
}

function isEphemeral(deviceId: string | undefined): boolean {
  return deviceId?.startsWith(EPHEMERAL_DEVICE) === true;
}
