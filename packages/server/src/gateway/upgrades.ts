import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { PATHS } from '@hallboard/shared';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { ApiError } from '../http/api-error.js';
import { clientAddress } from '../http/client-address.js';
import { refuse } from '../http/http-server.js';
import type { OriginPolicy } from '../http/origin-policy.js';
import { TokenBucket } from '../http/token-bucket.js';
import type { Clock } from '../ports/clock.js';
import type { Connection } from './connection.js';
import type { Gateway } from './gateway.js';
import { ScreenSocket } from './screen-socket.js';

/** Inbound frames are a few words (WS-4). */
const MAX_FRAME_BYTES = 1024;

/** When to come back to a server that is going away. */
const DRAINING_RETRY_MS = 5000;

export interface UpgradesOptions {
  readonly gateway: Gateway;
  readonly origins: OriginPolicy;
  /** How many proxies in front of the server are believed. */
  readonly trustProxy: number;
  readonly clock: Clock;
  /** On average; five times as many at once. */
  readonly maxUpgradesPerSecond: number;
}

/** A fleet that returns after a power cut comes within seconds, and may. */
const SECONDS_AT_ONCE = 5;

/** What a browser closes with when its page is left or reloaded. */
const GOING_AWAY = 1001;

/** Turns HTTP upgrades into the gateway's sockets. */
export class Upgrades {
  readonly #sockets = new WebSocketServer({
    noServer: true,
    WebSocket: ScreenSocket,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
    clientTracking: false,
  });
  readonly #listen: (socket: ScreenSocket) => void;
  readonly #rate: TokenBucket;
  #draining = false;

  constructor(private readonly options: UpgradesOptions) {
    this.#listen = createListeners(options.gateway);
    const { maxUpgradesPerSecond: perSecond } = options;
    this.#rate = new TokenBucket({ perSecond, burst: SECONDS_AT_ONCE * perSecond });
  }

  /** For the HTTP server's `upgrade` event. */
  handle(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const refusal = this.#refusal(request);
    if (refusal === undefined) {
      this.#sockets.handleUpgrade(request, socket, head, this.#accepted);
      return;
    }
    refuse(socket, refusal);
  }

  /** Accepts no more sockets; those that are open stay. */
  drain(): void {
    this.#draining = true;
  }

  #refusal({ url = '', headers }: IncomingMessage): ApiError | undefined {
    if (url.split('?', 1)[0] !== PATHS.socket) {
      return new ApiError('not_found', 'There is no socket at this address');
    }
    if (this.#draining) {
      return new ApiError('unavailable', 'The server is restarting', {
        retryAfterMs: DRAINING_RETRY_MS,
      });
    }
    if (!this.options.origins.allows(headers.origin, headers.host)) {
      return new ApiError('forbidden', 'Pages of this origin may not open a socket');
    }
    // A fleet that comes back at once polls meanwhile, and tries again by its own backoff (WS-6).
    const waitMs = this.#rate.take(this.options.clock.monotonicMs());
    if (waitMs === 0) return undefined;
    return new ApiError('unavailable', 'Too many sockets are being opened', {
      retryAfterMs: waitMs,
    });
  }

  // One function for all sockets, and no closure over the request, which would be kept with each.
  readonly #accepted = (socket: ScreenSocket, request: IncomingMessage): void => {
    const { gateway, origins, trustProxy } = this.options;
    const { origin, host } = request.headers;
    const embedOrigin = origins.allows(origin, host, []) ? undefined : origin;
    socket.connection = gateway.accept(socket, clientAddress(request, trustProxy), embedOrigin);
    this.#listen(socket);
  };
}

/** @returns attaches the gateway to a socket, by listeners that all sockets share. */
function createListeners(gateway: Gateway): (socket: ScreenSocket) => void {
  function onMessage(this: WebSocket, data: RawData, isBinary: boolean): void {
    const connection = connectionOf(this);
    const text = isBinary || !Buffer.isBuffer(data) ? undefined : data.toString('utf8');
    if (connection !== undefined) gateway.received(connection, text);
  }
  function onPing(this: WebSocket): void {
    const connection = connectionOf(this);
    if (connection !== undefined) gateway.pinged(connection);
  }
  function onPong(this: WebSocket): void {
    connectionOf(this)?.ponged();
  }
  function onClose(this: WebSocket, code: number): void {
    const connection = connectionOf(this);
    if (connection !== undefined) gateway.closed(connection, code === GOING_AWAY ? 'left' : 'gone');
  }
  return (socket) => {
    socket.on('message', onMessage).on('ping', onPing).on('pong', onPong).on('close', onClose);
    // ws closes the socket by itself, with the code that fits the error.
    socket.on('error', ignore);
  };
}

function connectionOf(socket: WebSocket): Connection | undefined {
  return socket instanceof ScreenSocket ? socket.connection : undefined;
}

function ignore(): void {
  // What an error ends is told by `close`.
}
