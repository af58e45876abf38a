import type { Cancel, Player, PlayerOptions } from '../index.js';
import { fragmentToken } from './fragment-token.js';
import { showStatus } from './show-status.js';
import type { StoredToken } from './stored-token.js';

export interface ScreenPageOptions {
  readonly container: HTMLElement;
  /** Where the page says how it is doing, for whoever looks after it. */
  readonly root: HTMLElement;
  readonly page: Pick<Window, 'addEventListener' | 'removeEventListener' | 'location'>;
  readonly storedToken: StoredToken;
  readonly createPlayer: (options: PlayerOptions) => Player;
  /** A scene is painted, for the first time of a player. */
  readonly onPainted: () => void;
  /** An administrator asks for a reload (WS-2). */
  readonly onReload: () => void;
}

export interface ScreenPage {
  /** The whole shell is on the device (P-1). */
  setShellStored(): void;
  /** Whether a reload would disturb nobody (UPD-2). */
  readonly isQuiet: () => boolean;
  close: Cancel;
}

/**
 * The standalone page: shows the screen of the fragment's token, else of the one that this device
 * last showed, else that there is none yet. Another fragment pairs it anew.
 */
export function openScreenPage(options: ScreenPageOptions): ScreenPage {
  const { container, root, page, storedToken, createPlayer, onPainted, onReload } = options;
  let isShellStored = false;
  let shown = open(currentToken());

  function currentToken(): string | undefined {
    return fragmentToken(page.location.hash) ?? storedToken.read();
  }

  function open(token: string | undefined): { readonly token: string | undefined; player: Player } {
    const player = createPlayer({ container, ...(token !== undefined && { token }) });
    player.setShellStored(isShellStored);
    showStatus(root, player.status());
    player.on('status', (status) => showStatus(root, status));
    player.on('ready', () => {
      if (token !== undefined) storedToken.write(token);
      onPainted();
    });
    player.on('command', ({ name }) => {
      if (name === 'reload') onReload();
    });
    return { token, player };
  }

  function onHashChange(): void {
    const token = currentToken();
    if (token === shown.token) return;
    shown.player.close();
    shown = open(token);
  }

  page.addEventListener('hashchange', onHashChange);
  return {
    setShellStored() {
      isShellStored = true;
      shown.player.setShellStored(true);
    },
    isQuiet: () => shown.player.isQuiet(),
    close() {
      page.removeEventListener('hashchange', onHashChange);
      shown.player.close();
    },
  };
}
