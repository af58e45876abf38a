// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import type { KeptToken, Player, PlayerEvents, PlayerOptions, PlayerStatus } from '../index.js';
import { openScreenPage } from './screen-page.js';

const STATUS: PlayerStatus = {
  offlineReady: false,
  revision: undefined,
  connection: 'starting',
  storage: undefined,
  sound: 'off',
  missedBells: 0,
  media: { needed: 0, ready: 0, failed: 0 },
  degradations: [],
};

type CommandName = PlayerEvents['command']['name'];

interface FakePlayer {
  readonly options: PlayerOptions;
  readonly ready: () => void;
  readonly command: (name: CommandName) => void;
  isClosed: boolean;
  isShellStored: boolean;
  readonly errors: string[];
}

async function setUp(hash: string, stored?: string | KeptToken) {
  location.hash = hash;
  const players: FakePlayer[] = [];
  const calls: string[] = [];
  const written: KeptToken[] = [];
  const kept = typeof stored === 'string' ? { token: stored, replaces: undefined } : stored;
  function createPlayer(options: PlayerOptions): Player {
    const listeners: (() => void)[] = [];
    const onCommand: ((event: PlayerEvents['command']) => void)[] = [];
    const fake: FakePlayer = {
      options,
      ready: () => {
        for (const listener of listeners) listener();
      },
      command: (name) => {
        for (const listener of onCommand) listener({ name });
      },
      isClosed: false,
      isShellStored: false,
      errors: [],
    };
    players.push(fake);
    return {
      on: (name, listener) => {
        if (name === 'ready') listeners.push(listener as () => void);
        if (name === 'command') onCommand.push(listener as (typeof onCommand)[number]);
        return () => undefined;
      },
      status: () => STATUS,
      refresh: () => undefined,
      setShellStored: (isStored) => {
        fake.isShellStored = isStored;
      },
      notePageError: (code) => void fake.errors.push(code),
      isQuiet: () => players.length === 2,
      isOutOfHours: () => players.length === 2,
      isPainting: () => players.length === 1,
      close: () => {
        fake.isClosed = true;
      },
    };
  }
  const screenPage = openScreenPage({
    container: document.body,
    root: document.documentElement,
    page: window,
    storedToken: {
      read: async () => kept,
      async write(token) {
        written.push(token);
        return true;
      },
    },
    createPlayer,
    onPainted: () => void calls.push('painted'),
    onReload: () => void calls.push('reload'),
  });
  await settled();
  const goTo = (to: string): void => {
    location.hash = to;
    window.dispatchEvent(new Event('hashchange'));
  };
  const tokens = () => players.map(({ options }) => options.token);
  return { players, written, calls, tokens, screenPage, goTo };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('openScreenPage', () => {
  beforeEach(() => {
    location.hash = '';
  });

  it("[HTTP-3] shows the screen of the fragment's token, which stays there", async () => {
    const { tokens, screenPage } = await setUp('#token-1', 'stored-token');
    expect(tokens()).toEqual(['token-1']);
    expect(location.hash).toBe('#token-1');
    screenPage.close();
  });

  it('shows the stored screen without a fragment, and no screen where none is stored', async () => {
    const withStored = await setUp('', 'stored-token');
    expect(withStored.tokens()).toEqual(['stored-token']);
    withStored.screenPage.close();
    const without = await setUp('');
    expect(without.tokens()).toEqual([undefined]);
    without.screenPage.close();
  });

  it('stores a token once it has shown content, and not before', async () => {
    const { players, written, screenPage } = await setUp('#token-1');
    expect(written).toEqual([]);
    players[0]?.ready();
    expect(written).toEqual([{ token: 'token-1' }]);
    screenPage.close();
  });

  it('[OBS-3] has each player report what failed in the page', async () => {
    const { players, screenPage, goTo } = await setUp('#token-1');
    screenPage.noteError('later_script');
    goTo('#token-2');
    expect(players.map(({ errors }) => errors)).toEqual([['later_script'], ['later_script']]);
    screenPage.close();
  });

  it('pairs anew when the fragment changes, and only then', async () => {
    const { players, tokens, screenPage, goTo } = await setUp('#token-1');
    screenPage.setShellStored();
    goTo('#token-1');
    expect(players).toHaveLength(1);
    goTo('#token-2');
    expect(tokens()).toEqual(['token-1', 'token-2']);
    expect(players.map(({ isClosed }) => isClosed)).toEqual([true, false]);
    expect(players[1]?.isShellStored).toBe(true);
    screenPage.close();
  });

  it('[UPD-3] says when a scene is painted', async () => {
    const { players, calls, screenPage } = await setUp('#token-1');
    expect(calls).toEqual([]);
    players[0]?.ready();
    expect(calls).toEqual(['painted']);
    screenPage.close();
  });

  it('[WS-2] passes on that an administrator wants a reload, and nothing else', async () => {
    const { players, calls, screenPage } = await setUp('#token-1');
    players[0]?.command('identify');
    expect(calls).toEqual([]);
    players[0]?.command('reload');
    expect(calls).toEqual(['reload']);
    screenPage.close();
  });

  it('[UPD-2] asks the player that shows whether it is quiet', async () => {
    const { screenPage, goTo } = await setUp('#token-1');
    expect(screenPage.isQuiet()).toBe(false);
    goTo('#token-2');
    expect(screenPage.isQuiet()).toBe(true);
    expect(screenPage.isOutOfHours()).toBe(true);
    expect(screenPage.isPainting()).toBe(false);
    screenPage.close();
  });

  it('[BIND-6] keeps the token of an approval before it shows its screen', async () => {
    const { players, tokens, written, screenPage } = await setUp('');
    players[0]?.options.onPaired?.('paired');
    expect(tokens()).toEqual([undefined]);
    expect(written).toEqual([{ token: 'paired' }]);
    await settled();
    expect(tokens()).toEqual([undefined, 'paired']);
    expect(players.map(({ isClosed }) => isClosed)).toEqual([true, false]);
    screenPage.close();
  });

  it('[BIND-2] goes on with an approved token although the address has the old one', async () => {
    const first = await setUp('#old');
    first.players[0]?.options.onPaired?.('paired');
    await settled();
    expect(first.tokens()).toEqual(['old', 'paired']);
    first.players[1]?.ready();
    expect(first.written).toEqual([{ token: 'paired', replaces: 'old' }]);
    first.screenPage.close();

    const rebooted = await setUp('#old', { token: 'paired', replaces: 'old' });
    expect(rebooted.tokens()).toEqual(['paired']);
    rebooted.goTo('#third');
    expect(rebooted.tokens()).toEqual(['paired', 'third']);
    rebooted.screenPage.close();
  });

  it('lets go of everything when closed', async () => {
    const { players, screenPage, goTo } = await setUp('#token-1');
    screenPage.close();
    goTo('#token-2');
    expect(players).toHaveLength(1);
    expect(players[0]?.isClosed).toBe(true);
  });
});
