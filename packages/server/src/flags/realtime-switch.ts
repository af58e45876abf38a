import type { Bus } from '../bus/bus.js';
import type { Store } from '../store/store.js';

/** Changes the realtime flag while the server runs; every node follows the bus (FLAG-2). */
export interface RealtimeSwitch {
  /** For every school without a say of its own. */
  setDefault(on: boolean): Promise<void>;
  /** @param say `undefined` takes the school's own say back. @returns `false` if there is no such school. */
  setSchool(schoolId: string, say: 'on' | 'off' | undefined): Promise<boolean>;
}

/** @returns a switch whose methods reject with `StoreUnavailableError` when nothing was changed. */
export function createRealtimeSwitch(store: Store, bus: Bus): RealtimeSwitch {
  return {
    async setDefault(on) {
      await store.setRealtimeDefault(on);
      bus.publish({ urgent: false });
    },
    async setSchool(schoolId, say) {
      const known = await store.setSchoolRealtime(schoolId, say);
      if (known) bus.publish({ schoolId, urgent: false });
      return known;
    },
  };
}
