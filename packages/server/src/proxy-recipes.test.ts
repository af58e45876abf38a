import { mkdtempSync, rmSync } from 'node:fs';
import type { OutgoingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PATHS } from '@hallboard/shared';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { makeCertificate, type TestCertificate } from './testing/certificate.fixture.js';
import { freePort } from './testing/free-port.fixture.js';
import { hasProxy, startProxy } from './testing/proxy-process.fixture.js';
import { ServerProcess } from './testing/server-process.fixture.js';

/** For processes on a busy machine. */
const TIMEOUT_MS = 60_000;
const DEVICE = 'device-0123456789';

let directory: string;
let server: ServerProcess;
let certificate: TestCertificate;
let origin: string;
let stopProxy: (() => Promise<void>) | undefined;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'hallboard-proxy-'));
  certificate = makeCertificate(directory, 'proxy');
});

afterEach(async () => {
  await stopProxy?.();
  await server.kill('SIGKILL');
  rmSync(directory, { recursive: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
}

function ask(path: string, headers: OutgoingHttpHeaders = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { headers, ca: certificate.cert, agent: false };
    request(`${origin}${path}`, options, (response) => {
      let text = '';
      response.setEncoding('latin1').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, text }),
      );
    })
      .on('error', reject)
      .end();
  });
}

/** @returns the first frame that the server sends after a hello. */
function hello(token: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const url = `${origin.replace('https', 'wss')}${PATHS.socket}`;
    const socket = new WebSocket(url, { ca: certificate.cert, origin });
    const protocols = { min: 1, max: 1 };
    socket.on('open', () =>
      socket.send(
        JSON.stringify({ type: 'hello', protocols, token, device: DEVICE, revision: null }),
      ),
    );
    socket.on('message', (data) => {
      resolve(JSON.parse(String(data)));
      socket.close();
    });
    socket.on('close', (code) => reject(new Error(`closed with ${code}`)));
    socket.on('error', reject);
  });
}

describe.each(['nginx', 'caddy'] as const)('the recipe for %s', (name) => {
  it.skipIf(!hasProxy(name))(
    'passes on pages, unchanged bodies, ETags and sockets, and is no unknown proxy',
    async () => {
      const port = await freePort();
      origin = `https://127.0.0.1:${port}`;
      const settings = { DEMO: 'true', TRUST_PROXY: '1', PUBLIC_URL: origin };
      server = new ServerProcess({ DATA_DIR: join(directory, 'data'), ...settings });
      const serverPort = Number(new URL(await server.url()).port);
      const token = await server.printed(/screen#([\w-]+)/);
      stopProxy = await startProxy(name, { directory, port, serverPort, certificate });
      await vi.waitFor(async () => expect((await ask('/readyz')).status).toBe(200), {
        timeout: 10_000,
      });

      const page = await ask('/screen', { 'accept-encoding': 'identity' });
      expect([page.status, page.text]).toEqual([200, expect.stringContaining('<div id="screen">')]);
      expect(page.headers['content-security-policy']).toContain(origin.replace('https', 'wss'));

      const asDevice = {
        authorization: `Bearer ${token}`,
        'x-display-device': DEVICE,
        'accept-encoding': 'gzip, br',
      };
      const snapshot = await ask(PATHS.snapshot, asDevice);
      expect([snapshot.status, snapshot.headers['content-encoding']]).toEqual([200, 'br']);
      const { etag } = snapshot.headers;
      expect(etag).toMatch(/^"/);
      const again = await ask(PATHS.snapshot, { ...asDevice, 'if-none-match': String(etag) });
      expect([again.status, again.headers.etag, again.text]).toEqual([304, etag, '']);

      expect(await hello(token)).toMatchObject({ type: 'welcome' });

      // What the self-test of a device calls `proxied` if it differs.
      const sent = { 'user-agent': 'Device/1', 'accept-encoding': 'gzip, br' };
      const seen = await ask(PATHS.selfTest, sent);
      expect(JSON.parse(seen.text)).toMatchObject({
        agent: sent['user-agent'],
        encodings: sent['accept-encoding'],
        proxies: 1,
        trustedProxies: 1,
      });
      expect(String(seen.headers.via ?? '').split(',').length).toBeLessThanOrEqual(1);
    },
    TIMEOUT_MS,
  );
});
