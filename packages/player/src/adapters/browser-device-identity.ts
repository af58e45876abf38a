import { EPHEMERAL_DEVICE } from '@hallboard/shared';
import type { Clock } from '../ports/clock.js';
import type { DeviceIdentity, Identity } from '../ports/device-identity.js';
import type { Random } from '../ports/random.js';
import { deliver } from './deliver.js';
import { createKeptText } from './kept-text.js';
import type { Place } from './key-value.js';
import { randomHex } from './random-hex.js';

export interface DeviceIdentityOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** Best first. Leave out what the device does not have at all. */
  readonly places: readonly Place[];
}

const ID_BYTES = 16;

/** The device's id, kept in every place that the device has (STORE-6). */
export function createBrowserDeviceIdentity(options: DeviceIdentityOptions): DeviceIdentity {
  const { clock, random, places } = options;
  const isValid = (text: string): boolean => /^[0-9a-f]{32}$/.test(text);
  const kept = createKeptText({ key: 'device', places, clock, isValid });
  /**
   * The id of a device of which one place does not answer and may hold the real one. Kept, so that
   * it does not differ on every boot until the place is replaced (STORE-9), but apart from it.
   */
  const provisional = createKeptText({ key: 'device-provisional', places, clock, isValid });

  async function load(): Promise<Identity> {
    const [reading, earlier] = await Promise.all([kept.read(), provisional.read()]);
    if (reading.kind === 'found') {
      void kept.write(reading.text);
      return { deviceId: reading.text, durable: true };
    }
    const deviceId = earlier.kind === 'found' ? earlier.text : randomHex(random, ID_BYTES);
    const durable = await (reading.kind === 'absent' ? kept : provisional).write(deviceId);
    return { deviceId: durable ? deviceId : EPHEMERAL_DEVICE + deviceId, durable };
  }

  return { load: (done) => deliver(load(), done) };
}
