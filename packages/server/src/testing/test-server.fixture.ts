import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInProcessBus } from '../bus/in-process/in-process-bus.js';
import { type Config, readConfig } from '../config.js';
import { createServer, type HallboardServer } from '../create-server.js';
import { createPinoLogger } from '../logging/pino-logger.js';
import { openMediaDirectory } from '../media/directory/media-directory.js';
import type { MediaFiles } from '../media/media-files.js';
import type { Notifier } from '../ports/notifier.js';
import { createToken, hashSecret } from '../screens/token.js';
import { createBackups } from '../start/create-backups.js';
import { openLibsqlStore } from '../store/libsql/libsql-store.js';
import type { AdminKeyRecord, AdminRole } from '../store/records.js';
import type { Store } from '../store/store.js';
import { ManualClock } from './manual-clock.fixture.js';
import { createSeededRandom } from './seeded-random.fixture.js';
import { sendRequest, type TestAnswer, type TestRequest } from './send-request.fixture.js';
import { StoreFaults } from './store-faults.fixture.js';

/** A whole server on a port of its own, with a store in memory and an administrator's key. */
export class TestServer {
  readonly #random = createSeededRandom('keys');

  private constructor(
    readonly server: HallboardServer,
    readonly store: Store,
    readonly faults: StoreFaults,
    readonly clock: ManualClock,
    readonly adminKey: string,
    readonly url: string,
    /** Every line that was logged. */
    readonly log: readonly string[],
    readonly shellDir: string,
    readonly media: MediaFiles,
    readonly mediaDir: string,
    private readonly dataDir: string,
  ) {}

  static async start(
    config: Partial<Config> = {},
    notifiers: readonly Notifier[] = [],
  ): Promise<TestServer> {
    const clock = new ManualClock();
    const random = createSeededRandom('server');
    const store = await openLibsqlStore({ path: ':memory:', clock, random });
    const adminKey = createToken(random);
    const keyHash = hashSecret(adminKey);
    await store.addAdminKey({
      id: 'k1',
      name: 'test',
      role: 'owner',
      keyHash,
      createdAtMs: clock.wallMs(),
    });
    const faults = new StoreFaults();
    const log: string[] = [];
    const shellDir = makeShell();
    const mediaDir = mkdtempSync(join(tmpdir(), 'hallboard-media-'));
    const dataDir = mkdtempSync(join(tmpdir(), 'hallboard-data-'));
    const media = await openMediaDirectory({ directory: mediaDir, random });
    const server = await createServer({
      config: { ...readConfig({}), ...config },
      store: faults.wrap(store),
      bus: createInProcessBus(),
      media,
      backups: createBackups({ store, dataDir, clock }),
      clock,
      random,
      notifiers,
      logger: createPinoLogger({
        level: 'debug',
        destination: { write: (line) => log.push(line) },
      }),
      shellDir,
      embedDir: shellDir,
    });
    const { port } = await server.listen(0, '127.0.0.1');
    const url = `http://127.0.0.1:${port}`;
    return new TestServer(
      server,
      store,
      faults,
      clock,
      adminKey,
      url,
      log,
      shellDir,
      media,
      mediaDir,
      dataDir,
    );
  }

  async close(): Promise<void> {
    await this.server.close();
    await this.store.close();
    for (const made of [this.shellDir, this.mediaDir, this.dataDir])
      rmSync(made, { recursive: true, force: true });
  }

  /** A request without credentials. */
  get(path: string, request: TestRequest = {}): Promise<TestAnswer> {
    return sendRequest(this.url + path, request);
  }

  /** A request of an administrator, with a JSON body where it is neither text nor bytes. */
  async admin(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<TestAnswer> {
    return sendRequest(`${this.url}/api/admin${path}`, {
      method,
      headers: { authorization: `Bearer ${this.adminKey}`, ...headers },
      ...(body === undefined ? {} : { body: isSent(body) ? body : JSON.stringify(body) }),
    });
  }

  /** Adds another administrator's key. @returns its id, and what opens with it. */
  async addKey(
    role: AdminRole,
    more: Partial<AdminKeyRecord> = {},
  ): Promise<{ readonly id: string; readonly secret: string }> {
    const secret = createToken(this.#random);
    const id = `key-${secret.slice(0, 8)}`;
    const createdAtMs = this.clock.wallMs();
    const key = { id, name: `A ${role}`, role, keyHash: hashSecret(secret), createdAtMs, ...more };
    if (!(await this.store.addAdminKey(key))) throw new Error(`the key ${key.id} is taken`);
    return { id: key.id, secret };
  }

  /** Adds a school with one screen. @returns the screen's token. */
  async addSchool(id: string, screenId: string): Promise<string> {
    await this.admin('POST', '/schools', { id, name: id, zone: 'Europe/Madrid', locale: 'en-GB' });
    const screen = { id: screenId, name: screenId };
    const answer = await this.admin('POST', `/schools/${id}/screens`, screen);
    return JSON.parse(answer.text).token;
  }

  /** A request of a screen. */
  screen(path: string, token: string, deviceId: string, request: TestRequest = {}) {
    const { headers, ...rest } = request;
    return sendRequest(this.url + path, {
      ...rest,
      headers: { authorization: `Bearer ${token}`, 'x-display-device': deviceId, ...headers },
    });
  }
}

function isSent(body: unknown): body is string | Buffer {
  return typeof body === 'string' || Buffer.isBuffer(body);
}

/** A player's build, as far as a server can tell. */
function makeShell(): string {
  const dir = mkdtempSync(join(tmpdir(), 'hallboard-shell-'));
  mkdirSync(join(dir, 'assets'));
  writeFileSync(join(dir, 'index.html'), '<!doctype html><title>Hallboard</title>');
  writeFileSync(join(dir, 'sw.js'), '// worker');
  writeFileSync(join(dir, 'assets', 'index-3fa9c1.js'), '// player');
  return dir;
}
