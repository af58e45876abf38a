// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import type { Player, PlayerOptions, PlayerStatus } from '../index.js';
import { openScreenPage } from './screen-page.js';

const STATUS: PlayerStatus = {
  offlineReady: false,
  revision: undefined,
  connection: 'starting',
  storage: undefined,
  degradations: [],
};

interface FakePlayer {
  readonly options: PlayerOptions;
  readonly ready: () => void;
  isClosed: boolean;
  isShellStored: boolean;
}

function setUp(hash: string, stored?: string) {
  location.hash = hash;
  const players: FakePlayer[] = [];
  const written: string[] = [];
  function createPlayer(options: PlayerOptions): Player {
    const listeners: (() => void)[] = [];
    const fake: FakePlayer = {
      options,
      ready: () => {
        for (const listener of listeners) listener();
      },
      isClosed: false,
      isShellStored: false,
    };
    players.push(fake);
    return {
      on: (name, listener) => {
        if (name === 'ready') listeners.push(listener as () => void);
        return () => undefined;
      },
      status: () => STATUS,
      setShellStored: (isStored) => {
        fake.isShellStored = isStored;
      },
      close: () => {
        fake.isClosed = true;
      },
    };
  }
  const screenPage = openScreenPage({
    container: document.body,
    root: document.documentElement,
    page: window,
    storedToken: { read: () => stored, write: (token) => void written.push(token) },
    createPlayer,
  });
  const goTo = (to: string): void => {
    location.hash = to;
    window.dispatchEvent(new Event('hashchange'));
  };
  const tokens = () => players.map(({ options }) => options.token);
  return { players, written, tokens, screenPage, goTo };
}

describe('openScreenPage', () => {
  beforeEach(() => {
    location.hash = '';
  });

  it("[HTTP-3] shows the screen of the fragment's token, which stays there", () => {
    const { tokens, screenPage } = setUp('#token-1', 'stored-token');
    expect(tokens()).toEqual(['token-1']);
    expect(location.hash).toBe('#token-1');
    screenPage.close();
  });

  it('shows the stored screen without a fragment, and no screen where none is stored', () => {
    const withStored = setUp('', 'stored-token');
    expect(withStored.tokens()).toEqual(['stored-token']);
    withStored.screenPage.close();
    const without = setUp('');
    expect(without.tokens()).toEqual([undefined]);
    without.screenPage.close();
  });

  it('stores a token once it has shown content, and not before', () => {
    const { players, written, screenPage } = setUp('#token-1');
    expect(written).toEqual([]);
    players[0]?.ready();
    expect(written).toEqual(['token-1']);
    screenPage.close();
  });

  it('pairs anew when the fragment changes, and only then', () => {
    const { players, tokens, screenPage, goTo } = setUp('#token-1');
    screenPage.setShellStored();
    goTo('#token-1');
    expect(players).toHaveLength(1);
    goTo('#token-2');
    expect(tokens()).toEqual(['token-1', 'token-2']);
    expect(players.map(({ isClosed }) => isClosed)).toEqual([true, false]);
    expect(players[1]?.isShellStored).toBe(true);
    screenPage.close();
  });

  it('lets go of everything when closed', () => {
    const { players, screenPage, goTo } = setUp('#token-1');
    screenPage.close();
    goTo('#token-2');
    expect(players).toHaveLength(1);
    expect(players[0]?.isClosed).toBe(true);
  });
});
