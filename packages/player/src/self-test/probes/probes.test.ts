import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../testing/manual-clock.js';
import { askServer } from './ask-server.js';
import { judgeScripts, type Pen } from './draw-scripts.js';
import { type ProbeSocket, trySocket } from './try-socket.js';

describe('judgeScripts', () => {
  /** Draws each letter as itself, and joins what nothing keeps apart. */
  const pen: Pen = {
    pictureOf: (text) => text,
    widthOf: (text) => (text.includes('\u200c') ? 90 : 60),
  };

  it('tells joined letters from those that do not join, and from boxes in their place', () => {
    expect(judgeScripts(pen)).toBe('drawn');
    expect(judgeScripts({ ...pen, widthOf: () => 90 })).toBe('unshaped');
    expect(judgeScripts({ ...pen, pictureOf: () => 'box' })).toBe('missing');
    expect(judgeScripts({ ...pen, pictureOf: () => '' })).toBe('missing');
  });
});

describe('trySocket', () => {
  function setUp() {
    const clock = new ManualClock();
    const socket: ProbeSocket = {
      send: () => undefined,
      close: () => undefined,
      onopen: null,
      onclose: null,
      onerror: null,
    };
    const closed = (code: number): void =>
      socket.onclose?.call(socket as WebSocket, { code } as CloseEvent);
    return { clock, socket, closed, found: trySocket(clock, () => socket) };
  }

  it('[WS-3] takes a code of the server for a way in both directions', async () => {
    const { closed, found } = setUp();
    closed(4400);
    expect(await found).toBe('open');
  });

  it('finds a socket blocked that fails, hangs or may not even be made', async () => {
    const failed = setUp();
    failed.closed(1006);
    expect(await failed.found).toBe('blocked');
    const hanging = setUp();
    hanging.clock.advance(10_000);
    expect(await hanging.found).toBe('blocked');
    const forbidden = trySocket(new ManualClock(), () => {
      throw new Error('policy');
    });
    expect(await forbidden).toBe('blocked');
  });
});

describe('askServer', () => {
  const ask = (body: string, headers: Record<string, string> = {}) =>
    askServer({
      clock: new ManualClock(),
      fetch: async () => new Response(body, { headers }),
      userAgent: 'Device',
      protocol: 'https:',
    });
  const answer = {
    hallboard: true,
    agent: 'Device',
    encodings: 'br',
    proxies: 0,
    trustedProxies: 0,
  };

  it('notices a proxy that the server was not told of, in either direction', async () => {
    expect(await ask(JSON.stringify({ ...answer, proxies: 1 }))).toMatchObject({
      unknownProxy: 'of-network',
    });
    expect(await ask(JSON.stringify(answer), { via: '1.1 filter' })).toMatchObject({
      unknownProxy: 'of-network',
    });
    const own = { ...answer, proxies: 1, isOwnUntrusted: true };
    expect(await ask(JSON.stringify(own))).toMatchObject({ unknownProxy: 'of-server' });
    expect(await ask(JSON.stringify(answer))).toMatchObject({
      unknownProxy: 'none',
      isRequestChanged: false,
    });
  });

  it('notices a request that arrived changed, and a stranger in the server’s place', async () => {
    expect(await ask(JSON.stringify({ ...answer, encodings: 'gzip' }))).toMatchObject({
      isRequestChanged: true,
    });
    expect(await ask('<html>Sign in</html>')).toEqual({ kind: 'stranger' });
  });
});
