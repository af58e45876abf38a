import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChannelAttempt, ChannelEvent } from '../ports/invalidation-channel.js';
import type { SocketClass } from './guarded-socket.js';
import { createReconnectingChannel } from './reconnecting-channel.js';

/** A socket whose server is the test. Closing is answered when the test says so. */
class ScriptedSocket extends EventTarget {
  static readonly CLOSING = 2;
  static made: ScriptedSocket[] = [];
  readyState = 0;
  binaryType = 'blob';
  readonly sent: string[] = [];
  closing: number[] = [];

  constructor(readonly url: string) {
    super();
    ScriptedSocket.made.push(this);
  }
  send(text: string): void {
    this.sent.push(text);
  }
  close(code: number): void {
    this.closing.push(code);
    this.readyState = 2;
  }
  accept(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }
  frame(data: unknown): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data }));
  }
  drop(code: number, reason = ''): void {
    this.readyState = 3;
    this.dispatchEvent(Object.assign(new Event('close'), { code, reason }));
  }
  /** As browsers do when a connection cannot be made: both events, one after the other. */
  refuse(): void {
    this.readyState = 3;
    this.dispatchEvent(new Event('error'));
    this.drop(1006);
  }
}

const HOUR_MS = 3_600_000;

async function open(socketClass: unknown = ScriptedSocket) {
  const events: ChannelEvent[] = [];
  const channel = createReconnectingChannel({
    url: 'ws://board.test/ws/display',
    socketClass: socketClass as SocketClass,
  });
  const attempt: ChannelAttempt = channel.open((event) => events.push(event));
  expect(events).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  const socket = ScriptedSocket.made[0];
  return { attempt, events, socket };
}

/** A good hour: long enough for every timer of the library. */
const settle = () => vi.advanceTimersByTimeAsync(HOUR_MS);

describe('createReconnectingChannel', () => {
  beforeEach(() => {
    ScriptedSocket.made = [];
    vi.useFakeTimers();
  });
  afterEach(() => {
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });

  it('carries text frames both ways', async () => {
    const { attempt, events, socket } = await open();
    attempt.send('too early');
    socket?.accept();
    attempt.send('hello');
    socket?.frame('welcome');
    socket?.frame(new Uint8Array(4));
    expect(socket?.url).toBe('ws://board.test/ws/display');
    expect(socket?.sent).toEqual(['hello']);
    expect(events).toEqual([{ kind: 'open' }, { kind: 'frame', text: 'welcome' }]);
    attempt.close();
    await settle();
  });

  it("[WS-3] tells the server's code and reason", async () => {
    const { attempt, events, socket } = await open();
    socket?.accept();
    socket?.drop(4408, 'bound elsewhere');
    attempt.send('too late');
    expect(socket?.sent).toEqual([]);
    expect(events.slice(1)).toEqual([{ kind: 'closed', code: 4408, reason: 'bound elsewhere' }]);
  });

  it('[WS-7] ends once when refused, as abnormal, and never tries again by itself', async () => {
    const { events, socket } = await open();
    socket?.refuse();
    await settle();
    expect(events).toEqual([{ kind: 'closed', code: 1006, reason: '' }]);
    expect(ScriptedSocket.made).toHaveLength(1);
  });

  it('[WS-7] never tries again after a stable connection was lost either', async () => {
    const { events, socket } = await open();
    socket?.accept();
    await settle();
    socket?.drop(1006);
    await settle();
    expect(events.map(({ kind }) => kind)).toEqual(['open', 'closed']);
    expect(ScriptedSocket.made).toHaveLength(1);
  });

  it('[WS-7] ends when a connection hangs while opening', async () => {
    const { events, socket } = await open();
    await settle();
    expect(events).toMatchObject([{ kind: 'closed', code: 1006 }]);
    expect(socket?.closing.length).toBeGreaterThan(0);
  });

  it('[WS-7] ends when the constructor throws', async () => {
    class Throwing {
      static readonly CLOSING = 2;
      constructor() {
        throw new Error('mixed content');
      }
    }
    const { events } = await open(Throwing);
    await settle();
    expect(events).toMatchObject([{ kind: 'closed', code: 1006 }]);
  });

  it('[WS-7] ends when there is no socket class at all', async () => {
    const { attempt, events } = await open({ CLOSING: 'nonsense' });
    expect(events).toMatchObject([{ kind: 'closed', code: 1006 }]);
    attempt.send('nobody there');
    attempt.close();
  });

  it('says nothing after close(), at whatever moment it was called', async () => {
    const early: ChannelEvent[] = [];
    const channel = createReconnectingChannel({
      url: 'ws://board.test/',
      socketClass: ScriptedSocket as unknown as SocketClass,
    });
    channel.open((event) => early.push(event)).close();
    await settle();
    expect(early).toEqual([]);
    expect(ScriptedSocket.made).toEqual([]);

    const { attempt, events, socket } = await open();
    socket?.accept();
    attempt.close();
    attempt.close();
    socket?.frame('late');
    socket?.drop(1000);
    await settle();
    expect(events).toEqual([{ kind: 'open' }]);
    expect(socket?.closing[0]).toBe(1000);
  });
});
