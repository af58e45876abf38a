import {
  createSystemClock,
  createSystemRandom,
  createToken,
  hashSecret,
  openRedisStore,
  type Store,
  silentLogger,
} from '@hallboard/server';
import { startRedis } from '../bench/redis-process.mjs';
import { AdminApi } from '../fixtures/admin-api.js';
import { HallboardServer } from '../fixtures/hallboard-server.js';
import { tempDir } from '../fixtures/temp-dir.js';
import type { ScreenName } from './fleet-screen.js';

const METRICS_KEY = 'a-secret-of-the-operator';
/** Writes under way at once while screens are added. */
const AT_ONCE = 200;

export interface FleetSize {
  /** Each with an equal share of the screens. */
  readonly schools: number;
  readonly screens: number;
  /** Whether each is its device's from the start; else the players claim them. */
  readonly isBound: boolean;
}

/** Two equal nodes on one Redis, as they ship, and what an administrator does with them. */
export class Nodes {
  private constructor(
    /** The screens are on this one first. */
    readonly first: HallboardServer,
    readonly second: HallboardServer,
    private readonly api: AdminApi,
    readonly screens: readonly ScreenName[],
    private readonly closing: readonly Closing[],
  ) {}

  static async start(fleet: FleetSize): Promise<Nodes> {
    const closing: Closing[] = [];
    const directory = (name: string): string => {
      const { path, remove } = tempDir(`fleet-${name}`);
      closing.unshift(remove);
      return path;
    };
    try {
      const redis = await startRedis(directory('redis'));
      closing.unshift(() => redis.stop());
      const url = `redis://127.0.0.1:${redis.port}`;
      const settings = { REDIS_URL: url, REDIS_DEADLINE_MS: '5000', METRICS_KEY };
      const start = async (name: string): Promise<HallboardServer> => {
        const server = await HallboardServer.start({ dataDir: directory(name), settings });
        closing.unshift(() => server.kill());
        return server;
      };
      const second = await start('second');
      const api = new AdminApi(second);
      const names = await addScreens(url, api, fleet);
      return new Nodes(await start('first'), second, api, names, closing);
    } catch (error) {
      await closeAll(closing);
      throw error;
    }
  }

  /** The school's content again. @returns its revision, and when it was acknowledged. */
  async publish(school: number): Promise<{ readonly revision: string; readonly atMs: number }> {
    const id = `school-${school}`;
    const content = await (await this.api.send('GET', `/schools/${id}/content`)).json();
    const revision = await this.api.publish(id, content);
    return { revision, atMs: Date.now() };
  }

  /** A change that is not a publish. */
  async change(method: string, path: string, body: unknown): Promise<void> {
    await accepted(this.api, method, path, body);
  }

  /** What a node says of itself: the sum of a metric's readings. */
  async metric({ url }: HallboardServer, name: string): Promise<number> {
    const headers = { authorization: `Bearer ${METRICS_KEY}` };
    const text = await (await fetch(`${url}/metrics`, { headers })).text();
    const lines = text.split('\n').filter((line) => line.startsWith(name));
    return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);
  }

  async stop(): Promise<void> {
    await closeAll(this.closing);
  }
}

/** Ends a process, or removes what one left. */
type Closing = () => Promise<void> | void;

async function closeAll(closing: readonly Closing[]): Promise<void> {
  for (const close of closing) await close();
}

async function accepted(api: AdminApi, method: string, path: string, body: unknown): Promise<void> {
  const answer = await api.send(method, path, body);
  if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
}

/** Straight into the store: through a node, each would be announced. */
async function addScreens(
  url: string,
  api: AdminApi,
  fleet: FleetSize,
): Promise<readonly ScreenName[]> {
  const { schools, screens } = fleet;
  const random = createSystemRandom();
  const store = await openRedisStore({
    url,
    memory: { read: async () => undefined, write: async () => undefined },
    allowLoss: false,
    deadlineMs: 5000,
    clock: createSystemClock(),
    random,
    logger: silentLogger,
  });
  const model = await addSchools(api, store, schools);
  const names: ScreenName[] = [];
  async function add(at: number): Promise<void> {
    const school = at % schools;
    const [id, schoolId, token] = [`screen-${at}`, `school-${school}`, createToken(random)];
    const added = await store.addScreen({ ...model, id, schoolId, tokenHash: hashSecret(token) });
    if (added !== 'added') throw new Error(`${id}: ${added}`);
    const device = `device-of-${id}`;
    if (fleet.isBound) await store.claimScreen(id, device);
    names.push({ token, device, school });
  }
  for (let from = 0; from < screens; from += AT_ONCE) {
    const count = Math.min(AT_ONCE, screens - from);
    await Promise.all(Array.from({ length: count }, (_, at) => add(from + at)));
  }
  await store.close();
  return names;
}

/** Schools with realtime on. @returns a screen, whose view is in use in each of them. */
async function addSchools(api: AdminApi, store: Store, schools: number) {
  for (let school = 0; school < schools; school += 1) {
    const id = `school-${school}`;
    const where = { zone: 'Europe/Madrid', locale: 'en-GB' };
    await accepted(api, 'POST', '/schools', { id, name: `School ${school}`, ...where });
    await accepted(api, 'POST', `/schools/${id}/screens`, { id: `${id}-first`, name: 'First' });
  }
  await accepted(api, 'PUT', '/flags/realtime', { realtime: 'on' });
  const model = await store.screen('school-0-first');
  if (model === undefined) throw new Error('the screen was added');
  return model;
}
