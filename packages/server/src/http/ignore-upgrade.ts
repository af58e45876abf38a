import type { IncomingMessage, Server } from 'node:http';
import { Server as HttpsServer } from 'node:https';
import type { Duplex } from 'node:stream';

/** Whether a request wants to go on as a WebSocket, the one protocol that is offered. */
export function wantsWebSocket({ headers }: IncomingMessage): boolean {
  return /(^|,)\s*websocket\s*(,|$)/i.test(headers.upgrade ?? '');
}

/**
 * Answers a request as if it had not offered to go on in another protocol, such as `h2c` (RFC 9110,
 * 7.8). Node 20 takes every offer for accepted once anyone listens to `upgrade`, and reads no further:
 * so the connection is given to the server anew, with the request as it came but for the offer. One
 * that was sent before the request ahead of it was answered waits until its client gives up; nobody
 * who makes such offers sends so.
 */
export function ignoreUpgrade(
  server: Server,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): void {
  socket.unshift(Buffer.concat([requestHead(request), head]));
  server.emit(server instanceof HttpsServer ? 'secureConnection' : 'connection', socket);
}

/** What `Connection` names goes no further than to this server, so it goes with the offer. */
function requestHead({ method, url, httpVersion, headers, rawHeaders }: IncomingMessage): Buffer {
  const isLast = /(^|,)\s*close\s*(,|$)/i.test(headers.connection ?? '');
  const lines = [`${method} ${url} HTTP/${httpVersion}`];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    if (/^(connection|upgrade|http2-settings)$/i.test(name)) continue;
    lines.push(`${name}: ${rawHeaders[at + 1]}`);
  }
  if (isLast) lines.push('connection: close');
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
}
