import { describe, expect, it } from 'vitest';
import { FakeCaches } from './fake-caches.fixture.js';
import { createShellKeeper, shellCacheName } from './shell-keeper.js';

const PAGE = new Request('https://board.test/screen?kiosk=1');
const scriptOf = (build: string) => new Request(`https://board.test/assets/${build}.js`);

/** A device with two builds: `old`, which has painted, and `new`, whose worker serves now. */
async function setUp() {
  const caches = new FakeCaches();
  const waits: { readonly ms: number; readonly end: () => void }[] = [];
  const trials: Promise<void>[] = [];
  let reloads = 0;
  let network: 'answers' | 'fails' | 'hangs' = 'answers';
  const workerOf = (build: string) =>
    createShellKeeper({
      build,
      caches: caches.asCacheStorage(),
      fetch: async () => {
        if (network === 'fails') throw new TypeError('Failed to fetch');
        if (network === 'hangs') await new Promise(() => undefined);
        return new Response('from the network');
      },
      wait: (ms) => new Promise((end) => waits.push({ ms, end })),
      reloadPages: async () => {
        reloads += 1;
      },
    });
  caches.addBuild(shellCacheName('old'), 'old');
  await workerOf('old').painted('old');
  caches.addBuild(shellCacheName('new'), 'new');
  const keeper = workerOf('new');
  const start = async (): Promise<string> =>
    (await keeper.page(PAGE, (trial) => trials.push(trial))).text();
  /** The 20 s of every trial pass. */
  const passTrials = async (): Promise<void> => {
    for (const { ms, end } of waits) if (ms === 20_000) end();
    await Promise.all(trials);
  };
  const setNetwork = (state: typeof network): void => {
    network = state;
  };
  return { caches, keeper, start, waits, passTrials, reloads: () => reloads, setNetwork };
}

describe('the shell keeper', () => {
  it('[UPD-3] starts a page anew that does not paint, and then the build before', async () => {
    const { start, passTrials, reloads } = await setUp();
    expect(await start()).toBe('page of new');
    await passTrials();
    expect(reloads()).toBe(1);
    expect(await start()).toBe('page of new');
    await passTrials();
    expect(await start()).toBe('page of old');
    const before = reloads();
    await passTrials();
    expect(reloads()).toBe(before);
  });

  it('[UPD-3] keeps the old build until the new one has painted, and no longer', async () => {
    const { caches, keeper, start, passTrials, reloads } = await setUp();
    await start();
    expect(caches.names).toContain('hallboard-shell-old');
    await keeper.painted('old');
    expect(caches.names).toContain('hallboard-shell-old');
    await keeper.painted('new');
    expect(caches.names).not.toContain('hallboard-shell-old');
    await passTrials();
    expect(reloads()).toBe(0);
    expect(await start()).toBe('page of new');
  });

  it('[UPD-1] has the files of either build, and takes none but those from the network', async () => {
    const { keeper } = await setUp();
    const answers = ['new', 'old', 'other'].map(async (build) =>
      (await keeper.asset(scriptOf(build))).text(),
    );
    expect(await Promise.all(answers)).toEqual([
      'script of new',
      'script of old',
      'from the network',
    ]);
  });

  it('[P-1] starts its own build where the old one is gone', async () => {
    const { caches, start } = await setUp();
    await start();
    await start();
    caches.stored.delete('hallboard-shell-old');
    expect(await start()).toBe('page of new');
    caches.stored.delete('hallboard-shell-new');
    expect(await start()).toBe('from the network');
  });

  it('[STORE-3] starts where what it knows cannot be read within 2 s', async () => {
    const { caches, start, waits } = await setUp();
    caches.hanging = 'hallboard-shells';
    const page = start();
    waits.find(({ ms }) => ms === 2_000)?.end();
    expect(await page).toBe('page of new');
  });

  it('[P-1] is had from the network where the device cannot read what it stores', async () => {
    const { caches, keeper, start } = await setUp();
    caches.isBroken = true;
    expect(await start()).toBe('from the network');
    expect(await (await keeper.asset(scriptOf('new'))).text()).toBe('from the network');
  });

  it.each(['answers', 'fails', 'hangs'] as const)(
    '[P-1] takes what comes first where storage is late and the network %s',
    async (state) => {
      const { caches, keeper, waits, setNetwork } = await setUp();
      caches.hanging = 'hallboard-shell-new';
      setNetwork(state);
      const answer = keeper.asset(scriptOf('new'));
      waits.find(({ ms }) => ms === 5_000)?.end();
      await new Promise(setImmediate);
      if (state !== 'answers') caches.wake();
      const expected = state === 'answers' ? 'from the network' : 'script of new';
      expect(await (await answer).text()).toBe(expected);
    },
  );

  it('[UPD-3] removes the builds that nobody needs, and no copy of the snapshot', async () => {
    const { caches, keeper } = await setUp();
    caches.addBuild(shellCacheName('skipped'), 'skipped');
    caches.addBuild('hallboard', 'snapshot');
    await keeper.prune();
    expect(caches.names.sort()).toEqual([
      'hallboard',
      'hallboard-shell-new',
      'hallboard-shell-old',
      'hallboard-shells',
    ]);
  });
});
