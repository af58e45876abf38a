import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PATHS } from '@hallboard/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sendRequest } from './testing/send-request.fixture.js';
import { ServerProcess } from './testing/server-process.fixture.js';

/** For several processes on a busy machine. */
const TIMEOUT_MS = 30_000;

let dataDir: string;
let processes: ServerProcess[];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'hallboard-main-'));
  processes = [];
});

afterEach(async () => {
  await Promise.all(processes.map((server) => server.kill('SIGKILL')));
  rmSync(dataDir, { recursive: true });
});

function start(settings: Record<string, string> = {}): ServerProcess {
  const server = new ServerProcess({ DATA_DIR: dataDir, ...settings });
  processes.push(server);
  return server;
}

const admin = (url: string, key: string, method: string, path: string, body?: unknown) =>
  sendRequest(`${url}/api/admin${path}`, {
    method,
    headers: { authorization: `Bearer ${key}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

describe('the process', () => {
  it(
    'tells the key once, keeps it for its owner alone, and ends in good order',
    async () => {
      const first = start();
      const url = await first.url();
      const key = await first.printed(/key: (hb_[0-9a-f]{64})\n/);
      expect(first.output).toMatch(
        /^Try next: +npm run --silent hallboard -- screens --server http/m,
      );
      expect((await admin(url, key, 'GET', '/schools')).status).toBe(200);
      expect(readFileSync(join(dataDir, 'admin.key'), 'utf8').trim()).toBe(key);
      for (const file of ['admin.key', 'hallboard.db']) {
        expect(statSync(join(dataDir, file)).mode & 0o777).toBe(0o600);
      }
      expect(await first.kill('SIGTERM')).toBe(0);
      expect(first.output).toContain('"msg":"Stopped"');

      const second = start();
      await second.url();
      expect(second.output).not.toContain('hb_');
      expect((await admin(await second.url(), key, 'GET', '/schools')).status).toBe(200);
    },
    TIMEOUT_MS,
  );

  it(
    '[SRV-6] ends in good order also when nobody reads its log any more',
    async () => {
      const server = start();
      await server.url();
      server.stopListening();
      expect(await server.kill('SIGTERM')).toBe(0);
    },
    TIMEOUT_MS,
  );

  it(
    '[SRV-5] loses no acknowledged publish to kill -9',
    async () => {
      const server = start();
      let url = await server.url();
      const key = await server.printed(/key: (hb_[0-9a-f]{64})\n/);
      const school = { id: 'north', name: 'North', zone: 'Europe/Madrid', locale: 'en-GB' };
      await admin(url, key, 'POST', '/schools', school);
      const added = await admin(url, key, 'POST', '/schools/north/screens', { name: 'Hall' });
      const { token } = JSON.parse(added.text);
      const content = JSON.parse((await admin(url, key, 'GET', '/schools/north/content')).text);
      let acknowledged = '';
      let count = 0;
      const publishing = (async () => {
        for (;;) {
          const answer = await admin(url, key, 'PUT', '/schools/north/content', content);
          acknowledged = JSON.parse(answer.text).revision;
          count += 1;
          if (count === 10) void server.kill('SIGKILL');
        }
      })();
      await expect(publishing).rejects.toThrow();
      const restarted = start();
      url = await restarted.url();
      const headers = { authorization: `Bearer ${token}`, 'x-display-device': 'tv' };
      const snapshot = await sendRequest(url + PATHS.snapshot, { headers });
      const served = JSON.parse(snapshot.text).revision;
      expect(count).toBeGreaterThanOrEqual(10);
      expect(Number(served.split('.')[1])).toBeGreaterThanOrEqual(
        Number(acknowledged.split('.')[1]),
      );
      expect(served.split('.')[0]).toBe(acknowledged.split('.')[0]);
    },
    TIMEOUT_MS,
  );

  it(
    '[SRV-1] says in one line why it does not start',
    async () => {
      const taken = createServer().listen(0, '127.0.0.1');
      await new Promise((resolve) => taken.once('listening', resolve));
      const address = taken.address();
      const port = typeof address === 'object' && address !== null ? String(address.port) : '';
      const file = join(dataDir, 'file');
      writeFileSync(file, '');
      const owner = start();
      await owner.url();
      const other = mkdtempSync(join(tmpdir(), 'hallboard-main-'));
      const cases: [Record<string, string>, number, RegExp][] = [
        [{ PORT: 'many' }, 2, /^hallboard: PORT must be a whole number from 0 to 65535$/],
        [{ PORT: port, DATA_DIR: other }, 1, /^hallboard: Port \d+ is in use\. Set PORT/],
        [{}, 1, /^hallboard: The data directory \S+ is in use by another server\./],
        [
          { DATA_DIR: join(file, 'data') },
          1,
          /^hallboard: The data directory \S+ cannot be used: /,
        ],
        [{ SHELL_DIR: other, DATA_DIR: other }, 2, /^hallboard: SHELL_DIR \S+ holds no index.html/],
        [{ NOTIFY_TO: 'it@a.org', DATA_DIR: other }, 2, /^hallboard: NOTIFY_SMTP_URL is not set/],
      ];
      const started = cases.map(([settings]) => start(settings));
      for (const [at, [, code, message]] of cases.entries()) {
        const server = started[at];
        expect(await server?.ended).toBe(code);
        expect(server?.output.trim()).toMatch(message);
        expect(server?.output.trim()).not.toContain('\n');
      }
      // Nothing was made, so the next start is still the first.
      expect(readdirSync(other)).toEqual([]);
      taken.close();
      rmSync(other, { recursive: true });
    },
    TIMEOUT_MS,
  );
});
