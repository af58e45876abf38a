import type { Bus } from '../bus/bus.js';
import type { Clock } from '../ports/clock.js';
import type { Random } from '../ports/random.js';
import type { ScreenRecord } from '../store/records.js';
import type { Store } from '../store/store.js';
import { createToken, hashSecret } from './token.js';

export interface BindingsOptions {
  readonly store: Store;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly random: Random;
}

/** The screen as it is after a change; `undefined` if the school has none of that id. */
export type ChangedScreen = Promise<ScreenRecord | undefined>;

/**
 * Which device may show a screen, and with which token: the administrators' side of it. Every change
 * is told on the bus, so that sockets close and tokens die on every node. Every method is idempotent,
 * but for the token, and rejects with `StoreUnavailableError` when the store cannot answer.
 */
export interface Bindings {
  /** Takes the screen from its device, which is barred from it (BIND-4). */
  unbind(schoolId: string, screenId: string): ChangedScreen;
  /** Lets the device that was unbound claim the screen again (BIND-4). */
  readmit(schoolId: string, screenId: string): ChangedScreen;
  /** Gives the screen a new token, which is told this once; the old one dies (BIND-4). */
  rotate(
    schoolId: string,
    screenId: string,
  ): Promise<{ readonly screen: ScreenRecord; readonly token: string } | undefined>;
  /** Ends the screen for good: its token is unknown from then on. */
  revoke(schoolId: string, screenId: string): ChangedScreen;
  /** Whether any number of devices may show each screen of the school (BIND-3). */
  setMultiDevice(schoolId: string, allowed: boolean): Promise<boolean>;
  /** Whose pages may show the school's screens (SEC-2). */
  setEmbedOrigins(schoolId: string, origins: readonly string[]): Promise<boolean>;
}

export function createBindings({ store, bus, clock, random }: BindingsOptions): Bindings {
  /** Only within the school: an id alone opens nothing (P-8). */
  async function change(
    schoolId: string,
    screenId: string,
    write: () => Promise<unknown>,
  ): ChangedScreen {
    const screen = await store.screen(screenId);
    if (screen?.schoolId !== schoolId) return undefined;
    await write();
    bus.publish({ schoolId, urgent: false });
    return store.screen(screenId);
  }

  async function told(schoolId: string, write: Promise<boolean>): Promise<boolean> {
    const known = await write;
    if (known) bus.publish({ schoolId, urgent: false });
    return known;
  }

  return {
    unbind: (schoolId, screenId) => change(schoolId, screenId, () => store.unbindScreen(screenId)),
    readmit: (schoolId, screenId) =>
      change(schoolId, screenId, () => store.readmitDevice(screenId)),
    revoke: (schoolId, screenId) =>
      change(schoolId, screenId, () => store.revokeScreen(screenId, clock.wallMs())),

    async rotate(schoolId, screenId) {
      const token = createToken(random);
      const tokenHash = hashSecret(token);
      const screen = await change(schoolId, screenId, () =>
        store.replaceToken(screenId, tokenHash, 'keep-owner'),
      );
      // A revoked screen gets none, and of two at once the last one's holds.
      return screen?.tokenHash === tokenHash ? { screen, token } : undefined;
    },

    setMultiDevice: (schoolId, allowed) =>
      told(schoolId, store.setSchoolMultiDevice(schoolId, allowed)),
    setEmbedOrigins: (schoolId, origins) =>
      told(schoolId, store.setSchoolEmbedOrigins(schoolId, origins)),
  };
}
