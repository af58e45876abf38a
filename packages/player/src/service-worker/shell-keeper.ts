import { chooseShell, onPainted, readShellChoice, type ShellChoice } from './shell-choice.js';
import { SHELL_PATH } from './shell-navigation.js';

/** Every cache of the shell starts so, and no other. */
const CACHES = 'hallboard-shell';
const CHOICE_CACHE = `${CACHES}s`;
/** Never requested, so nothing but this file reads what is under it. */
const CHOICE_PATH = '/.hallboard/shell-choice';

/** A slow TV paints within ten seconds of its start. */
const PAINT_LIMIT_MS = 20_000;
/** No start waits longer for what is only good to know (STORE-3). */
const CHOICE_LIMIT_MS = 2_000;
/** A file that takes longer to read is asked of the network, if there is one (P-1). */
const FILE_LIMIT_MS = 5_000;

/** Where a build's files are. */
export function shellCacheName(build: string): string {
  return `${CACHES}-${build}`;
}

export interface ShellKeeperOptions {
  /** The build that the worker belongs to. */
  readonly build: string;
  readonly caches: CacheStorage;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly wait: (ms: number) => Promise<void>;
  /** Starts every open page of the screen anew. */
  readonly reloadPages: () => Promise<void>;
}

/** Answers for the shell from the builds on the device: the worker's own and the one before. */
export interface ShellKeeper {
  /** @param keepAlive keeps the worker running while a new build is on trial. */
  page(request: Request, keepAlive: (trial: Promise<void>) => void): Promise<Response>;
  asset(request: Request): Promise<Response>;
  /** A page of this build has painted a scene: from then on it needs no other (UPD-3). */
  painted(build: string): Promise<void>;
  /** Removes the builds that are neither the worker's own nor proven. */
  prune(): Promise<void>;
}

export function createShellKeeper(options: ShellKeeperOptions): ShellKeeper {
  const { build: own, caches, fetch, wait, reloadPages } = options;

  async function readChoice(): Promise<ShellChoice> {
    const kept = await (await caches.open(CHOICE_CACHE)).match(CHOICE_PATH);
    return kept === undefined ? {} : readShellChoice(await kept.text());
  }

  async function writeChoice(choice: ShellChoice): Promise<void> {
    const cache = await caches.open(CHOICE_CACHE);
    await cache.put(CHOICE_PATH, new Response(JSON.stringify(choice)));
  }

  /** Counts a start. Where nothing can be kept, a build is as good as proven. */
  async function boot(): Promise<ReturnType<typeof chooseShell>> {
    const known = await readChoice();
    const chosen = chooseShell(known, own);
    if (chosen.choice !== known) await writeChoice(chosen.choice);
    return chosen;
  }

  /** A page that cannot paint cannot start itself anew, so the worker does. */
  async function judge(): Promise<void> {
    await wait(PAINT_LIMIT_MS);
    if ((await readChoice()).proven !== own) await reloadPages();
  }

  /** Not `caches.match`, which would look into the copies of the snapshot too. */
  async function match(build: string, request: Request | string): Promise<Response | undefined> {
    return (await caches.open(shellCacheName(build))).match(request, { ignoreSearch: true });
  }

  /** Of the builds on the device, the first that has it. Storage that fails has nothing. */
  async function find(
    builds: readonly string[],
    request: Request | string,
  ): Promise<Response | undefined> {
    for (const build of builds) {
      const stored = await match(build, request).catch(() => undefined);
      if (stored !== undefined) return stored;
    }
    return undefined;
  }

  async function answer(
    request: Request,
    finding: Promise<Response | undefined>,
  ): Promise<Response> {
    const late = wait(FILE_LIMIT_MS).then(() => undefined);
    const stored = await Promise.race([finding, late]);
    if (stored !== undefined) return stored;
    const asking = fetch(request);
    // A network may say nothing for minutes, and storage come to its senses meanwhile.
    const found = finding.then((file) => file ?? asking);
    return Promise.race([asking.catch(() => found), found]);
  }

  async function findAsset(request: Request): Promise<Response | undefined> {
    const stored = await find([own], request);
    if (stored !== undefined) return stored;
    const { proven } = await readChoice().catch((): ShellChoice => ({}));
    return proven === undefined ? undefined : find([proven], request);
  }

  return {
    async page(request, keepAlive) {
      const unknown = { build: own, isTrial: false };
      const chosen = await Promise.race([
        boot().catch(() => unknown),
        wait(CHOICE_LIMIT_MS).then(() => unknown),
      ]);
      if (chosen.isTrial) keepAlive(judge());
      return answer(request, find([chosen.build, own], SHELL_PATH));
    },
    asset: (request) => answer(request, findAsset(request)),
    async painted(build) {
      const known = await readChoice();
      const choice = onPainted(known, own, build);
      if (choice === known) return;
      await writeChoice(choice);
      if (known.proven !== undefined) await caches.delete(shellCacheName(known.proven));
    },
    async prune() {
      const { proven = own } = await readChoice();
      const kept = [CHOICE_CACHE, shellCacheName(own), shellCacheName(proven)];
      const names = await caches.keys();
      const stale = names.filter((name) => name.startsWith(CACHES) && !kept.includes(name));
      await Promise.all(stale.map((name) => caches.delete(name)));
    },
  };
}
