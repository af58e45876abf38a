import { createServer, type RequestListener, type Server } from 'node:http';
import { HEADERS } from '@hallboard/shared';
import { afterEach, describe, expect, it } from 'vitest';
import type { SourceOutcome, SourceRequest } from '../ports/snapshot-source.js';
import { createBrowserClock } from './browser-clock.js';
import { createFetchTransport } from './fetch-transport.js';
import { createHttpSnapshotSource } from './http-snapshot-source.js';

const clock = createBrowserClock();
const REQUEST: SourceRequest = {
  kind: 'snapshot',
  credentials: { token: 'secret-token', deviceId: 'device-1' },
};
const SCREEN = { version: 1, name: 'Hall', sound: { on: false, volume: 1 } };
const HEAD = {
  'content-type': 'application/json; charset=utf-8',
  [HEADERS.revision]: 'e1.1',
  [HEADERS.realtime]: 'off',
  [HEADERS.screen]: encodeURIComponent(JSON.stringify(SCREEN)),
  etag: '"tag"',
};

describe('createHttpSnapshotSource over fetch', () => {
  const transport = createFetchTransport(clock);
  let server: Server | undefined;
  afterEach(async () => {
    server?.closeAllConnections();
    await new Promise((closed) => server?.close(closed) ?? closed(undefined));
    server = undefined;
  });

  async function serve(listener: RequestListener): Promise<string> {
    const listening = createServer(listener);
    server = listening;
    await new Promise<void>((ready) => listening.listen(0, '127.0.0.1', ready));
    const address = listening.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return `http://127.0.0.1:${address.port}`;
  }

  function ask(serverUrl: string): Promise<SourceOutcome> {
    const source = createHttpSnapshotSource({ serverUrl, clock, transport });
    return new Promise((done) => {
      let calls = 0;
      source.request(REQUEST, (outcome) => {
        calls += 1;
        expect(calls).toBe(1);
        done(outcome);
      });
    });
  }

  it('[HTTP-3] brings what the server sent, for the headers that it was sent', async () => {
    const seen: unknown[] = [];
    const origin = await serve((request, response) => {
      seen.push(request.url, request.headers.authorization, request.headers[HEADERS.device]);
      response.writeHead(200, HEAD).end('{"name":"Ünïcode"}');
    });
    const outcome = await ask(origin);
    expect(outcome).toMatchObject({
      kind: 'body',
      etag: '"tag"',
      screen: SCREEN,
      body: '{"name":"Ünïcode"}',
    });
    expect(seen).toEqual(['/api/display/snapshot', 'Bearer secret-token', 'device-1']);
  });

  it('[TIME-1] stamps the request and the head of the answer with the monotonic clock', async () => {
    const beforeMs = clock.monotonicMs();
    const origin = await serve(
      (_request, response) => void response.writeHead(200, HEAD).end('{}'),
    );
    const outcome = await ask(origin);
    if (outcome.kind !== 'body') throw new Error(outcome.kind);
    const { sentAtMs, receivedAtMs } = outcome.facts;
    expect(sentAtMs).toBeGreaterThanOrEqual(beforeMs);
    expect(receivedAtMs).toBeGreaterThan(sentAtMs);
    expect(receivedAtMs).toBeLessThanOrEqual(clock.monotonicMs());
  });

  it('tells a 304', async () => {
    const origin = await serve((_request, response) => void response.writeHead(304, HEAD).end());
    expect(await ask(origin)).toMatchObject({ kind: 'unchanged', facts: { revision: 'e1.1' } });
  });

  it("[POLL-5] takes a captive portal's page for a failure", async () => {
    const origin = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Log in</html>');
    });
    expect(await ask(origin)).toEqual({
      kind: 'failed',
      failure: { cause: 'not-ours', detail: 'not JSON' },
    });
  });

  it('[POLL-5] takes a redirect for a failure, even to something that looks right', async () => {
    const origin = await serve((request, response) => {
      if (request.url === '/elsewhere') response.writeHead(200, HEAD).end('{}');
      else response.writeHead(302, { location: '/elsewhere' }).end();
    });
    expect(await ask(origin)).toEqual({
      kind: 'failed',
      failure: { cause: 'not-ours', detail: 'redirected' },
    });
  });

  it('[POLL-5] takes a truncated body for a failure', async () => {
    const origin = await serve((_request, response) => {
      response.writeHead(200, { ...HEAD, 'content-length': '1000' });
      response.write('{"half":', () => response.socket?.destroy());
    });
    expect(await ask(origin)).toMatchObject({ kind: 'failed' });
  });

  it('[POLL-5] tells that nobody answers', async () => {
    const origin = await serve(() => undefined);
    await new Promise((closed) => server?.close(closed));
    expect(await ask(origin)).toMatchObject({ kind: 'failed', failure: { cause: 'network' } });
  });

  it('[POLL-4] aborts a request that is cancelled, and says nothing more', async () => {
    let arrived: (() => void) | undefined;
    const received = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const hungUp = new Promise<void>((resolve) => {
      void serve((request) => {
        request.socket.once('close', () => resolve());
        arrived?.();
      }).then((origin) => {
        const source = createHttpSnapshotSource({ serverUrl: origin, clock, transport });
        const cancel = source.request(REQUEST, () => expect.unreachable('done after cancel'));
        void received.then(() => {
          cancel();
          cancel();
        });
      });
    });
    await hungUp;
  });
});
