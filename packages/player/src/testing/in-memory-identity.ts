import type { Cancel, Clock } from '../ports/clock.js';
import type { DeviceIdentity, Identity } from '../ports/device-identity.js';

export interface InMemoryIdentityOptions {
  readonly clock: Clock;
  /** @default 'sample-device' */
  readonly deviceId?: string;
  /** @default true */
  readonly durable?: boolean;
  /** @default 5 */
  readonly latencyMs?: number;
}

/** Always the same device, unless its places hang or throw. */
export class InMemoryIdentity implements DeviceIdentity {
  fault: 'throws' | 'hangs' | undefined;
  private readonly options: InMemoryIdentityOptions;

  constructor(options: InMemoryIdentityOptions) {
    this.options = options;
  }

  load(done: (identity: Identity) => void): Cancel {
    const { clock, deviceId = 'sample-device', durable = true, latencyMs = 5 } = this.options;
    if (this.fault === 'throws') throw new Error('storage is out of order');
    if (this.fault === 'hangs') return () => undefined;
    return clock.setTimer(latencyMs, () => done({ deviceId, durable }));
  }
}
