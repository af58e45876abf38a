import { PATHS } from '@hallboard/shared';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { RedisServer } from './testing/redis-server.fixture.js';
import { createSeededRandom } from './testing/seeded-random.fixture.js';
import { askAsDevice, ServerNodes } from './testing/server-nodes.fixture.js';

/** `HALLBOARD_CLAIMS=50x200` is the full size; the default is for every run. */
const [DEVICES = 10, SCREENS = 30] = (process.env.HALLBOARD_CLAIMS ?? '10x30')
  .split('x')
  .map(Number);
const TIMEOUT_MS = 600_000;

let nodes: ServerNodes;

afterEach(() => nodes.dispose());

/** Every device claims every screen, each in an order of its own, wherever somebody listens. */
class Contest {
  /** The devices that were told that a screen is theirs, by screen. */
  readonly owners = new Map<string, Set<string>>();
  acknowledged = 0;
  readonly #random = createSeededRandom('contest');

  constructor(
    private readonly tokens: readonly string[],
    /** Of the nodes that live. */
    private readonly urls: readonly string[],
    private readonly onAcknowledged: (count: number) => void,
  ) {}

  async run(): Promise<void> {
    const devices = Array.from({ length: DEVICES }, (_, at) => `device-${at}`);
    await Promise.all(devices.map((device) => this.#compete(device)));
  }

  async #compete(device: string): Promise<void> {
    const order = this.tokens.map((token) => ({ token, at: this.#random.next() }));
    for (const { token } of order.sort((a, b) => a.at - b.at)) await this.#claim(token, device);
  }

  /** Asks until it is known whose the screen is. */
  async #claim(token: string, device: string): Promise<void> {
    await vi.waitUntil(
      async () => {
        const status = await this.#ask(token, device);
        if (status === 200) {
          const owners = this.owners.get(token) ?? new Set();
          this.owners.set(token, owners.add(device));
          this.acknowledged += 1;
          this.onAcknowledged(this.acknowledged);
        }
        // 429: so many ask for it that a node has stopped to answer those whose it is not.
        return status === 200 || status === 403 || (status === 429 && this.owners.has(token));
      },
      { timeout: 60_000, interval: 20 },
    );
  }

  /** @returns the answer's status, or 0 from a node that died under the request. */
  #ask(token: string, device: string): Promise<number> {
    const url = this.urls[Math.floor(this.#random.next() * this.urls.length)] ?? '';
    return askAsDevice(url + PATHS.snapshot, token, device).then(
      (answer) => answer.status,
      () => 0,
    );
  }
}

async function prepare(): Promise<string[]> {
  await nodes.addSchool('north');
  const tokens: string[] = [];
  for (let at = 0; at < SCREENS; at += 1) tokens.push(await nodes.addScreen('north', `s${at}`));
  // So that every node knows every screen: it reads the school when it is asked for the last one.
  const last = await nodes.addScreen('north', 'last');
  for (const { url } of nodes.nodes) await askAsDevice(url + PATHS.status, last, 'warm-up');
  return tokens;
}

/** Each screen that was claimed has one owner, and what was acknowledged holds on every node. */
async function expectOneOwnerEach(contest: Contest, urls: readonly string[]): Promise<void> {
  expect(contest.owners.size).toBe(SCREENS);
  for (const [token, owners] of contest.owners) {
    expect(owners.size).toBe(1);
    const [owner = ''] = owners;
    for (const url of urls) {
      // Those who lost may have used up what a node allows to strangers, and it may have yet to find
      // a Redis again that was restarted.
      const status = await vi.waitUntil(async () => {
        const answer = await askAsDevice(url + PATHS.status, token, owner);
        return ![429, 503].includes(answer.status) && answer.status;
      }, 10_000);
      expect(status).toBe(200);
    }
  }
}

/** Runs a contest in which something happens once a third of the screens have an owner. */
async function runContest(urls: string[], mishap: (urls: string[]) => Promise<void>) {
  const tokens = await prepare();
  let happened: Promise<void> | undefined;
  const contest = new Contest(tokens, urls, (count) => {
    if (count >= SCREENS / 3) happened ??= mishap(urls);
  });
  await contest.run();
  expect(happened).toBeDefined();
  await happened;
  await expectOneOwnerEach(contest, urls);
}

describe(`${DEVICES} devices on ${SCREENS} unbound screens: one owner each, none lost`, () => {
  async function startOnRedis(): Promise<RedisServer> {
    const redis = await RedisServer.start();
    onTestFinished(() => redis.dispose());
    nodes = await ServerNodes.start(3, { REDIS_URL: redis.url, REDIS_DEADLINE_MS: '2000' });
    return redis;
  }

  it(
    '[P-7] 3 nodes on Redis, of which one is killed [BIND-1]',
    async () => {
      await startOnRedis();
      const urls = nodes.nodes.map(({ url }) => url);
      await runContest(urls, async () => {
        expect(await nodes.node(1).process.kill('SIGKILL')).toBe('SIGKILL');
        urls.splice(1, 1);
      });
    },
    TIMEOUT_MS,
  );

  it(
    '[P-7] 3 nodes on a Redis that is killed and restarted [SRV-5]',
    async () => {
      const redis = await startOnRedis();
      const urls = nodes.nodes.map(({ url }) => url);
      await runContest(urls, async () => {
        await redis.signal('SIGKILL');
        await redis.restart();
      });
    },
    TIMEOUT_MS,
  );

  it(
    '[P-7] one node, killed and restarted [SRV-5]',
    async () => {
      nodes = await ServerNodes.start(1);
      const urls = [nodes.node(0).url];
      await runContest(urls, async () => {
        await nodes.node(0).process.kill('SIGKILL');
        urls.splice(0, 1, await nodes.restart(0).url());
      });
    },
    TIMEOUT_MS,
  );
});
