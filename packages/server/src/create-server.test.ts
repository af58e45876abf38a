import { rmSync } from 'node:fs';
import { PATHS } from '@hallboard/shared';
import { afterEach, describe, expect, it } from 'vitest';
import type { Config } from './config.js';
import { createToken } from './screens/token.js';
import { createSeededRandom } from './testing/seeded-random.fixture.js';
import { TestServer } from './testing/test-server.fixture.js';
import { RealSocket } from './testing/test-socket.fixture.js';

let server: TestServer;

async function start(config?: Partial<Config>): Promise<void> {
  server = await TestServer.start(config);
}

afterEach(() => server.close());

describe('the pages', () => {
  it('serves the player at /screen, and sends / there for good', async () => {
    await start();
    const root = await server.get('/');
    expect([root.status, root.headers.location]).toEqual([301, '/screen']);
    const page = await server.get('/screen');
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    const worker = await server.get('/sw.js');
    expect(worker.headers['cache-control']).toBe('no-cache');
    const asset = await server.get('/assets/index-3fa9c1.js');
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(asset.headers['cross-origin-resource-policy']).toBe('cross-origin');
  });

  it('[STORE-8] has a browser without workers keep the page, and any other ask for it', async () => {
    await start();
    const cacheControl = async (headers: Record<string, string>): Promise<unknown> =>
      (await server.get('/screen', { headers })).headers['cache-control'];
    expect(await cacheControl({})).toBe('private, max-age=31536000');
    expect(await cacheControl({ 'sec-fetch-mode': 'navigate' })).toBe('no-cache');
    expect(await cacheControl({ 'x-forwarded-proto': 'https' })).toBe('no-cache');
  });

  it('[SEC-2] allows nothing inline and nothing from elsewhere, and names its own socket', async () => {
    await start();
    const { headers } = await server.get('/screen', { headers: { host: 'screens.lan:8080' } });
    expect(headers['content-security-policy']).toBe(
      [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "media-src 'self' blob:",
        "connect-src 'self' ws://screens.lan:8080 wss://screens.lan:8080",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ].join(';'),
    );
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-frame-options']).toBe('DENY');
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it('[SEC-2] lets embedders frame it, and knows its public address', async () => {
    await start({
      frameAncestors: ['https://intranet.example.org'],
      publicUrl: 'https://screens.example.org',
      hsts: true,
    });
    const { headers } = await server.get('/screen', { headers: { host: 'x; script-src *' } });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain('frame-ancestors https://intranet.example.org');
    expect(policy).toContain("connect-src 'self' ws://localhost");
    expect(policy).toContain('wss://screens.example.org');
    expect(policy).not.toContain('script-src *');
    expect(headers['x-frame-options']).toBeUndefined();
    expect(headers['strict-transport-security']).toBe('max-age=15552000');
  });

  it.each(['/nothing', '/assets/gone.js', '/assets/../../etc/passwd', '/.env', '/%E0%A4%A'])(
    'answers %s with a typed error',
    async (path) => {
      await start();
      const answer = await server.get(path);
      expect(answer.status === 404 || answer.status === 400).toBe(true);
      expect(JSON.parse(answer.text).error).toMatch(/^(not_found|invalid_request)$/);
    },
  );

  it("[UPD-3] answers the worker's address with one that removes itself, when told to", async () => {
    await start({ shellWorker: 'remove' });
    const worker = await server.get('/sw.js');
    expect([worker.status, worker.headers['cache-control']]).toEqual([200, 'no-cache']);
    expect(worker.headers['content-type']).toMatch(/^text\/javascript/);
    expect(worker.text).toContain('registration.unregister()');
    expect(() => new Function(worker.text)).not.toThrow();
    expect((await server.get('/screen')).status).toBe(200);
  });

  it('serves the page of another directory, when told to', async () => {
    const other = await TestServer.start();
    await start({ shellDir: other.shellDir });
    rmSync(server.shellDir, { recursive: true });
    expect((await server.get('/screen')).status).toBe(200);
    await other.close();
    expect((await server.get('/screen')).status).toBe(503);
  });

  it('shows whoever mistypes an address where a screen is, and tells programs in JSON', async () => {
    await start();
    const accept = 'text/html,application/xhtml+xml,*/*;q=0.8';
    const page = await server.get('/scren', { headers: { accept } });
    expect(page.status).toBe(404);
    expect(page.headers['content-type']).toMatch(/^text\/html/);
    expect(page.text).toContain('href="/screen"');
    for (const [path, other] of [
      ['/scren', '*/*'],
      ['/scren', 'application/json'],
      ['/api/scren', accept],
    ] as const) {
      const answer = await server.get(path, { headers: { accept: other } });
      expect([answer.status, JSON.parse(answer.text).error]).toEqual([404, 'not_found']);
    }
  });

  it('says so where the player has not been built', async () => {
    await start();
    rmSync(server.shellDir, { recursive: true });
    const answer = await server.get('/screen');
    expect([answer.status, JSON.parse(answer.text).error]).toEqual([503, 'unavailable']);
  });
});

describe('tenants', () => {
  it('[P-8] gives each token its own school, whatever else is said', async () => {
    await start();
    const tokens = {
      north: await server.addSchool('north', 'hall'),
      south: await server.addSchool('south', 'gym'),
    };
    for (const [school, token] of Object.entries(tokens)) {
      const query = `?school=north&school=south&want=${server.server.index.school('south')?.revision}`;
      const answer = await server.screen(PATHS.snapshot + query, token, `tv-${school}`);
      expect(JSON.parse(answer.text).school.name).toBe(school);
    }
    const other = await server.screen(PATHS.snapshot, tokens.south, 'tv-north');
    expect(other.status).toBe(403);
  });

  it('[P-8] a tag of another school answers no 304 that would hide a difference', async () => {
    await start();
    const north = await server.addSchool('north', 'hall');
    const south = await server.addSchool('south', 'gym');
    const { etag } = (await server.screen(PATHS.snapshot, north, 'a')).headers;
    const headers = { 'if-none-match': String(etag) };
    expect((await server.screen(PATHS.snapshot, south, 'b', { headers })).status).toBe(200);
  });
});

describe('the log', () => {
  it('[OBS-2] holds no token, key or device, whatever is asked', async () => {
    await start();
    const token = await server.addSchool('north', 'hall');
    await server.admin('PUT', '/flags/realtime', { realtime: 'on' });
    const unknown = createToken(createSeededRandom('other'));
    const device = 'device-0123456789';
    for (const secret of [token, unknown]) {
      await server.screen(PATHS.snapshot, secret, device);
      await server.screen(PATHS.status, secret, device, { method: 'DELETE' });
      await server.get(`/screen?token=${secret}`);
      await server.get(`/${secret}/${device}`);
      await server.get(`/api/admin/schools/${secret}`, {
        headers: { authorization: `Bearer ${secret}` },
      });
      await server.admin('PUT', `/schools/${secret}/content`, `{"${secret}": `);
      const socket = new RealSocket(`${server.url}${PATHS.socket}?token=${secret}`);
      const frame = { type: 'hello', protocols: { min: 1, max: 1 }, device, revision: null };
      await socket.send({ ...frame, token: secret });
      if (secret === token) await socket.next('welcome');
      else expect(await socket.closed).toBe(4403);
      socket.close();
    }
    server.faults.down = true;
    await server.screen(PATHS.snapshot, createToken(createSeededRandom('third')), device);
    const log = server.log.join('');
    expect(log).toContain('Request answered');
    for (const secret of [token, unknown, device, server.adminKey]) {
      expect(log).not.toContain(secret);
    }
  });
});

describe('health', () => {
  it('[SRV-9] is live and ready', async () => {
    await start();
    expect((await server.get('/healthz')).status).toBe(200);
    expect((await server.get('/readyz')).status).toBe(200);
  });

  it('closes once, however often it is asked', async () => {
    await start();
    await Promise.all([server.server.close(), server.server.drain(), server.server.close()]);
    await expect(server.get('/healthz')).rejects.toThrow('ECONNREFUSED');
  });
});
