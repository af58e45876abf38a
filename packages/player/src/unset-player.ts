import type { Player } from './player.js';
import type { Ui } from './ui/mount-ui.js';

/** A screen without a token: it says so, and asks nobody for anything. */
export function createUnsetPlayer(ui: Ui): Player {
  ui.render({ kind: 'empty', reason: 'no-token' });
  return {
    // It has nothing to tell.
    on: () => () => undefined,
    status: () => ({
      offlineReady: false,
      revision: undefined,
      connection: 'starting',
      storage: undefined,
      degradations: ['no-stored-snapshot'],
    }),
    setShellStored: () => undefined,
    isQuiet: () => true,
    close: () => ui.close(),
  };
}
