import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createHttpsServer, Server as HttpsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Clock } from '../ports/clock.js';
import { ApiError } from './api-error.js';
import { errorAnswer } from './error-answer.js';

/** What the largest upload may take; every other request is held to less by `BodyDeadlines`. */
export const MAX_REQUEST_MS = 600_000;

/** Limits of size and time, against slow and greedy clients (SEC-3). */
const LIMITS = {
  maxHeaderSize: 8 * 1024,
  headersTimeout: 10_000,
  requestTimeout: MAX_REQUEST_MS,
  /** Above the 60 s that proxies commonly keep an idle connection, so that they close it first. */
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5000,
};

/** How long requests under way may take to end when the server closes. */
const LAST_REQUESTS_MS = 2000;

/** A certificate with its chain, and its private key, in PEM. */
export interface Certificate {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/** @returns a server that does not listen yet: of HTTPS, if there is a certificate. */
export function createHttpServer(listener: RequestListener, certificate?: Certificate): Server {
  const server =
    certificate === undefined
      ? createServer(LIMITS, listener)
      : createHttpsServer({ ...LIMITS, ...certificate }, listener);
  return server.on('clientError', refuseUnreadable);
}

/** Gives new connections a new certificate; those that are open go on with the old one. */
export function renewCertificate(server: Server, certificate: Certificate): void {
  if (server instanceof HttpsServer) server.setSecureContext(certificate);
}

/** Answers what is not even HTTP, where the connection still takes an answer. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  const isHandshake = error.code?.startsWith('ERR_SSL') ?? false;
  if (error.code === 'ECONNRESET' || isHandshake || !socket.writable) {
    socket.destroy();
    return;
  }
  const refusal =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? new ApiError('too_large', `Headers may have ${LIMITS.maxHeaderSize} bytes`)
      : new ApiError('invalid_request', 'The request cannot be read');
  refuse(socket, refusal);
}

/** Answers with an error on a connection without a response object, and ends it. */
export function refuse(socket: Duplex, error: ApiError): void {
  // The other side may be gone already; there is nobody to tell.
  socket.on('error', () => undefined);
  // One that never ends its own side would keep the connection, which no time limit holds any more.
  socket.once('finish', () => socket.destroy());
  socket.end(rawAnswer(error));
}

/** An error as the bytes of a whole HTTP/1.1 answer. */
function rawAnswer(error: ApiError): Buffer {
  const { status, headers, body } = errorAnswer(error);
  const lines = [`HTTP/1.1 ${status} ${error.code}`, 'connection: close'];
  for (let at = 0; at < headers.length; at += 2) lines.push(`${headers[at]}: ${headers[at + 1]}`);
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), body]);
}

/**
 * Starts to listen.
 *
 * @param port 0 takes any free one.
 * @throws the system's error, such as `EADDRINUSE`.
 */
export function listen(http: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => {
      http.off('error', reject);
      const address = http.address();
      if (address === null || typeof address === 'string') reject(new Error('No TCP address'));
      else resolve(address);
    });
  });
}

/** Takes no more connections, and resolves when the requests under way have ended or been ended. */
export function closeHttp(http: Server, clock: Clock): Promise<void> {
  if (!http.listening) return Promise.resolve();
  return new Promise((resolve) => {
    const cancel = clock.setTimer(LAST_REQUESTS_MS, () => http.closeAllConnections());
    http.close(() => {
      cancel();
      resolve();
    });
    http.closeIdleConnections();
  });
}
