import type { Cancel, KeptToken, Player, PlayerOptions, StoredToken } from '../index.js';
import { fragmentToken } from './fragment-token.js';
import { showStatus } from './show-status.js';

export interface ScreenPageOptions {
  readonly container: HTMLElement;
  /** Where the page says how it is doing, for whoever looks after it. */
  readonly root: HTMLElement;
  readonly page: Pick<Window, 'addEventListener' | 'removeEventListener' | 'location'>;
  readonly storedToken: StoredToken;
  readonly createPlayer: (options: PlayerOptions) => Player;
  /** A scene is painted, for the first time of a player. */
  readonly onPainted?: () => void;
  /** Another scene is painted. */
  readonly onScene?: (kind: 'alert' | 'day' | 'off') => void;
  /** An administrator asks for a reload (WS-2). */
  readonly onReload: () => void;
}

export interface ScreenPage {
  /** The whole shell is on the device (P-1). */
  setShellStored(): void;
  /** Something of the page failed: the screen's reports say so (OBS-3). */
  noteError(code: string): void;
  /** Whether a reload would disturb nobody (UPD-2). */
  readonly isQuiet: () => boolean;
  /** Whether school is out as well (UPD-4). */
  readonly isOutOfHours: () => boolean;
  readonly isPainting: () => boolean;
  close: Cancel;
}

/**
 * The standalone page: shows the screen of the fragment's token, else of the one that this device
 * last showed, else a code to pair it by (BIND-6). Another fragment, or an approval, pairs it anew.
 */
export function openScreenPage(options: ScreenPageOptions): ScreenPage {
  const { container, root, page, storedToken, createPlayer, onPainted, onReload } = options;
  let isShellStored = false;
  let pageError: string | undefined;
  let isClosed = false;
  let kept: KeptToken | undefined;
  let shown: { readonly token: string | undefined; readonly player: Player } | undefined;

  /** A kiosk whose address still has the token that this device was paired away from keeps its own. */
  function currentToken(): string | undefined {
    const token = fragmentToken(page.location.hash);
    return token === undefined || token === kept?.replaces ? kept?.token : token;
  }

  function show(): void {
    const token = currentToken();
    if (isClosed || (shown !== undefined && token === shown.token)) return;
    shown?.player.close();
    const player = createPlayer({ container, onPaired, ...(token !== undefined && { token }) });
    shown = { token, player };
    player.setShellStored(isShellStored);
    if (pageError !== undefined) player.notePageError(pageError);
    showStatus(root, player.status());
    player.on('status', (status) => showStatus(root, status));
    player.on('ready', () => {
      onPainted?.();
      if (token === undefined || token === kept?.token) return;
      kept = { token, replaces: undefined };
      void storedToken.write(kept);
    });
    player.on('scenechange', ({ scene }) => options.onScene?.(scene.kind));
    player.on('command', ({ name }) => {
      if (name === 'reload') onReload();
    });
  }

  /** Kept before it is used: the server tells it no more after that (BIND-5). */
  function onPaired(token: string): void {
    kept = { token, replaces: fragmentToken(page.location.hash) };
    void storedToken.write(kept).then(show);
  }

  page.addEventListener('hashchange', show);
  void storedToken.read().then((found) => {
    kept = found;
    show();
  });
  return {
    setShellStored() {
      isShellStored = true;
      shown?.player.setShellStored(true);
    },
    noteError(code) {
      pageError = code;
      shown?.player.notePageError(code);
    },
    isQuiet: () => shown?.player.isQuiet() ?? true,
    isOutOfHours: () => shown?.player.isOutOfHours() ?? false,
    isPainting: () => shown?.player.isPainting() ?? true,
    close() {
      isClosed = true;
      page.removeEventListener('hashchange', show);
      shown?.player.close();
    },
  };
}
