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
}

export interface ScreenPage {
  /** The whole shell is on the device (P-1). */
  setShellStored(): void;
  close: Cancel;
}

/**
 * The standalone page: shows the screen of the fragment's token, else of the one that this device
 * last showed, else that there is none yet. Another fragment pairs it anew.
 */
export function openScreenPage(options: ScreenPageOptions): ScreenPage {
  const { container, root, page, storedToken, createPlayer } = options;
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
    if (token !== undefined) player.on('ready', () => storedToken.write(token));
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
    close() {
      page.removeEventListener('hashchange', onHashChange);
      shown.player.close();
    },
  };
}
