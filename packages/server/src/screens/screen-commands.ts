import type { CommandName } from '@hallboard/shared';
import type { Bus } from '../bus/bus.js';
import type { Random } from '../ports/random.js';
import type { Store } from '../store/store.js';

export interface ScreenCommandsOptions {
  readonly store: Store;
  readonly bus: Bus;
  readonly random: Random;
}

/** Asks screens to do something, on whatever node their sockets are (WS-2). */
export interface ScreenCommands {
  /**
   * @returns the command's id, or `undefined` if the school has no such screen.
   * @throws StoreUnavailableError
   */
  send(schoolId: string, screenId: string, name: CommandName): Promise<string | undefined>;
}

export function createScreenCommands(options: ScreenCommandsOptions): ScreenCommands {
  const { store, bus, random } = options;
  return {
    async send(schoolId, screenId, name) {
      const screen = await store.screen(screenId);
      if (screen?.schoolId !== schoolId || screen.revokedAtMs !== undefined) return undefined;
      const id = random.bytes(8).toString('hex');
      bus.publish({ schoolId, urgent: false, command: { id, screenId, name } });
      return id;
    },
  };
}
