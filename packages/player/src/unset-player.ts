import type { PairDevice } from './pair-device.js';
import type { Player } from './player.js';
import type { DevicePairingOptions, WhenExtras } from './player-extras.js';
import type { PlayerOptions } from './player-options.js';
import { withPairing } from './present.js';
import type { Ui } from './ui/mount-ui.js';

export interface UnsetPlayerOptions extends Pick<DevicePairingOptions, 'ports' | 'forExtras'> {
  readonly ui: Ui;
  readonly serverUrl: string;
  readonly onPaired: PlayerOptions['onPaired'];
  readonly whenExtras: WhenExtras;
}

/** A screen without a token: it says so, and waits to be given one if it may (BIND-5). */
export function createUnsetPlayer(options: UnsetPlayerOptions): Player {
  const { ui, ports, forExtras, serverUrl, onPaired, whenExtras } = options;
  let pairing: PairDevice | undefined;
  let isClosed = false;

  function paint(): void {
    ui.render(withPairing({ kind: 'empty', reason: 'no-token' }, pairing?.waiting(), serverUrl));
  }

  paint();
  whenExtras(({ createDevicePairing }) => {
    if (isClosed || onPaired === undefined) return;
    pairing = createDevicePairing({ ports, forExtras, onChange: paint, onToken: onPaired });
    pairing.start();
  });
  return {
    // It has nothing to tell.
    on: () => () => undefined,
    status: () => ({
      offlineReady: false,
      revision: undefined,
      connection: 'starting',
      storage: undefined,
      sound: 'off',
      missedBells: 0,
      media: { needed: 0, ready: 0, failed: 0 },
      degradations: ['no-stored-snapshot'],
    }),
    refresh: () => undefined,
    setShellStored: () => undefined,
    notePageError: () => undefined,
    isQuiet: () => true,
    // It knows of no hours, and paints when there is news.
    isOutOfHours: () => false,
    isPainting: () => true,
    close() {
      isClosed = true;
      pairing?.stop();
      ui.close();
    },
  };
}
