import library from 'reconnecting-websocket';
import type { ChannelEvent, InvalidationChannel } from '../ports/invalidation-channel.js';
import { guardSocketClass, type SocketClass } from './guarded-socket.js';

// Its types put the class under `default`, its files do not.
const ReconnectingWebSocket = library as unknown as typeof library.default;

export interface ReconnectingChannelOptions {
  /** Such as `wss://board.example.org/ws/display`. */
  readonly url: string;
  /** @default the page's `WebSocket` */
  readonly socketClass?: SocketClass | undefined;
}

/** What the browser says where it may say nothing. */
const ABNORMAL = 1006;

/** A backstop under the core's own deadline, which is shorter. */
const CONNECTION_TIMEOUT_MS = 30_000;

/**
 * The realtime socket through `reconnecting-websocket`, one instance per attempt, since an instance
 * can stick for ever when it reconnects by itself (WS-7). Whatever happens inside, an attempt ends
 * in exactly one `closed`, or in none after `close()`.
 */
export function createReconnectingChannel(
  options: ReconnectingChannelOptions,
): InvalidationChannel {
  return {
    open(listener) {
      let ended = false;
      let socket: InstanceType<typeof ReconnectingWebSocket> | undefined;

      function end(): void {
        ended = true;
        socket?.close();
      }
      function finish(event: Extract<ChannelEvent, { readonly kind: 'closed' }>): void {
        if (ended) return;
        end();
        listener(event);
      }
      function fail(reason: string): void {
        // Asynchronously, even if the library fails before `open` has returned.
        void Promise.resolve().then(() => finish({ kind: 'closed', code: ABNORMAL, reason }));
      }

      try {
        const attempt = new ReconnectingWebSocket(options.url, undefined, {
          WebSocket: guardSocketClass(options.socketClass ?? WebSocket, () =>
            fail('not constructed'),
          ),
          maxRetries: 0,
          maxEnqueuedMessages: 0,
          connectionTimeout: CONNECTION_TIMEOUT_MS,
        });
        socket = attempt;
        attempt.addEventListener('open', () => {
          if (!ended) listener({ kind: 'open' });
        });
        attempt.addEventListener('message', ({ data }) => {
          if (!ended && typeof data === 'string') listener({ kind: 'frame', text: data });
        });
        attempt.addEventListener('close', ({ code, reason, target }) => {
          // After an error the library makes a close event of its own, with a code of 1000.
          const isOwn = target === attempt;
          finish({ kind: 'closed', code: isOwn ? ABNORMAL : code, reason });
        });
      } catch {
        fail('no WebSocket');
      }

      return {
        send(text) {
          if (!ended && socket?.readyState === ReconnectingWebSocket.OPEN) socket.send(text);
        },
        close: end,
      };
    },
  };
}
