import { afterEach, expect, it } from 'vitest';
import { TestServer } from '../testing/test-server.fixture.js';

let server: TestServer;

afterEach(() => server.close());

it('shows the self-test over the screen, whose page it is', async () => {
  server = await TestServer.start();
  const { status, headers } = await server.get('/self-test');
  expect([status, headers.location]).toEqual([301, '/screen/self-test']);
  const page = await server.get('/screen/self-test');
  const screen = await server.get('/screen');
  expect([page.text, page.headers['cache-control']]).toEqual([
    screen.text,
    screen.headers['cache-control'],
  ]);
});

it('tells a device how its request arrived, and what time it is', async () => {
  server = await TestServer.start({ trustProxy: 1 });
  const { headers, text } = await server.get('/api/self-test', {
    headers: {
      'user-agent': 'Device/1',
      'accept-encoding': 'gzip',
      'x-forwarded-for': '10.0.0.1, 10.0.0.2',
      via: '1.1 filter',
    },
  });
  expect(headers['x-server-time-ms']).toBe(String(server.clock.wallMs()));
  expect(headers['cache-control']).toBe('no-store');
  expect(JSON.parse(text)).toEqual({
    hallboard: true,
    agent: 'Device/1',
    encodings: 'gzip',
    proxies: 2,
    trustedProxies: 1,
    isOwnUntrusted: false,
  });
});

it('tells its own reverse proxy, which TRUST_PROXY does not count, from one of the network', async () => {
  const ask = async (headers: Record<string, string>) =>
    JSON.parse((await server.get('/api/self-test', { headers })).text);
  const own = { 'x-forwarded-for': '10.0.0.1', 'x-forwarded-proto': 'https' };
  server = await TestServer.start();
  expect(await ask(own)).toMatchObject({ proxies: 1, isOwnUntrusted: true });
  expect(await ask({ 'x-forwarded-for': '10.0.0.1', via: '1.1 filter' })).toMatchObject({
    proxies: 1,
    isOwnUntrusted: false,
  });
  await server.close();
  server = await TestServer.start({ trustProxy: 1 });
  expect(await ask(own)).toMatchObject({ isOwnUntrusted: false });
});

it('needs no header to answer', async () => {
  server = await TestServer.start();
  const { text } = await server.get('/api/self-test');
  expect(JSON.parse(text)).toMatchObject({ agent: '', encodings: '', proxies: 0 });
});

it('[SEC-2] answers a TV’s app too, whose page is a file, and no other page', async () => {
  server = await TestServer.start({ corsOrigins: ['null', 'file://'] });
  const ask = (origin: string) => server.get('/api/self-test', { headers: { origin } });
  const { headers } = await ask('null');
  expect(headers['access-control-allow-origin']).toBe('null');
  expect(headers['access-control-expose-headers']).toContain('x-server-time-ms');
  expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
  const other = await ask('https://evil.example');
  expect(other.headers['access-control-allow-origin']).toBeUndefined();
});
