import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLOSE_CODES, PATHS } from '@hallboard/shared';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sendRequest } from './testing/send-request.fixture.js';
import { ServerProcess } from './testing/server-process.fixture.js';
import { RealSocket } from './testing/test-socket.fixture.js';

const SOCKETS = 2000;
/** Handshakes under way at once. */
const BATCH = 100;
/** From SIGTERM to the end of the process (SRV-6). */
const EXIT_MS = 25_000;
const TIMEOUT_MS = 90_000;

let dataDir: string;
let server: ServerProcess;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'hallboard-drain-'));
  server = new ServerProcess({
    DATA_DIR: dataDir,
    DISPLAY_ALLOW_MULTI_DEVICE: 'true',
    MAX_SOCKETS_PER_SCHOOL: String(2 * SOCKETS),
    LOG_LEVEL: 'warn',
  });
});

afterEach(async () => {
  await server.kill('SIGKILL');
  rmSync(dataDir, { recursive: true });
});

it(
  '[SRV-6] sends 2 000 screens away over seconds, loses none of them, and ends in time',
  async () => {
    const url = (await server.printed(/--server (http:\S+)/)).replace('localhost', '127.0.0.1');
    const key = await server.printed(/key: (hb_[0-9a-f]{64})\n/);
    const admin = (method: string, path: string, body: unknown) =>
      sendRequest(`${url}/api/admin${path}`, {
        method,
        headers: { authorization: `Bearer ${key}` },
        body: JSON.stringify(body),
      });
    await admin('POST', '/schools', { id: 'north', name: 'N', zone: 'Etc/UTC', locale: 'en-GB' });
    await admin('PUT', '/schools/north/flags/realtime', { realtime: 'on' });
    const added = await admin('POST', '/schools/north/screens', { name: 'Hall' });
    const { token } = JSON.parse(added.text);

    const sockets: RealSocket[] = [];
    const join = async (): Promise<void> => {
      const socket = new RealSocket(url + PATHS.socket);
      sockets.push(socket);
      const device = `tv-${sockets.length}`;
      const hello = { type: 'hello', protocols: { min: 1, max: 1 }, token, device, revision: null };
      await socket.send(hello);
      await socket.next('welcome');
    };
    await join();
    for (let opened = 1; opened < SOCKETS; opened += BATCH) {
      await Promise.all(Array.from({ length: Math.min(BATCH, SOCKETS - opened) }, join));
    }

    const startedAt = performance.now();
    const ending = server.kill('SIGTERM');
    const codes = await Promise.all(sockets.map((socket) => socket.closed));
    expect(await ending).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(EXIT_MS);
    expect(new Set(codes)).toEqual(new Set([CLOSE_CODES.restarting]));
    for (const socket of sockets) {
      const [drain] = socket.frames.filter(({ type }) => type === 'drain');
      expect(drain).toMatchObject({ minMs: 1000, maxMs: 3000 });
    }
  },
  TIMEOUT_MS,
);
