import type { PairDevice } from './pair-device.js';
import type { Player } from './player.js';
import type { DevicePairingOptions, WhenExtras } from './player-extras.js';
import type { PlayerOptions } from './player-options.js';
import { START_TAKES_MS, withPairing } from './present.js';
import type { Ui } from './ui/mount-ui.js';

export interface UnsetPlayerOptions extends Pick<DevicePairingOptions, 'ports' | 'forExtras'> {
  readonly ui: Ui;
  readonly serverUrl: string;
  readonly onPaired: PlayerOptions['onPaired'];
  readonly whenExtras: WhenExtras;
  /** Called whenever a code is painted. */
  readonly onCode: () => void;
}

/** A screen without a token: it says so, and waits to be given one if it may (BIND-5). */
export function createUnsetPlayer(options: UnsetPlayerOptions): Player {
  const { ui, ports, forExtras, serverUrl, onPaired, whenExtras, onCode } = options;
  let pairing: PairDevice | undefined;
  let isClosed = false;

  let hasTakenLong = false;
  const cancelTimer = ports.clock.setTimer(START_TAKES_MS, () => {
    hasTakenLong = true;
    paint();
  });

  function paint(): void {
    // The container may be another player's by now.
    if (isClosed) return;
    const waiting = pairing?.waiting();
    // A code is on its way, unless the network is away: nobody here has anything to open or to scan.
    const isAwaited = onPaired !== undefined && waiting === undefined;
    const awaited = hasTakenLong ? 'no-contact' : 'starting';
    const reason = isAwaited ? awaited : 'no-token';
    ui.render(withPairing({ kind: 'empty', reason }, waiting, serverUrl));
    if (waiting !== undefined) onCode();
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
      cancelTimer();
      pairing?.stop();
      ui.close();
    },
  };
}
