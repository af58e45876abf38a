import type { Cancel } from './clock.js';

/** Which device this is, and whether it can remember that (STORE-6). */
export interface Identity {
  readonly deviceId: string;
  /** `false` where no place on the device keeps the id over a restart. */
  readonly durable: boolean;
}

export interface DeviceIdentity {
  /** Calls `done` exactly once unless cancelled; makes an id only where every place is empty. */
  load(done: (identity: Identity) => void): Cancel;
}
