import { PATHS } from '@hallboard/shared';
import type { Clock } from '../ports/clock.js';
import type { PairingOutcome, PairingSource } from '../ports/pairing-source.js';
import { parseJson } from './http-answer.js';
import { chooseTransport } from './http-snapshot-source.js';
import type { HttpReply, Transport } from './http-transport.js';

export interface HttpPairingSourceOptions {
  /** The server's origin, without a slash at its end. */
  readonly serverUrl: string;
  readonly clock: Clock;
  /** @default as for snapshots */
  readonly transport?: Transport;
}

/** Pairing over HTTP (BIND-5). */
export function createHttpPairingSource(options: HttpPairingSourceOptions): PairingSource {
  const { serverUrl, clock, transport = chooseTransport(clock) } = options;
  return {
    request(kind, secret, done) {
      const request = {
        method: kind === 'open' ? 'POST' : 'GET',
        url: serverUrl + PATHS.pairings,
        headers: { authorization: `Bearer ${secret}` },
      } as const;
      return transport(request, (reply) => done(readReply(reply)));
    },
  };
}

function readReply(reply: HttpReply): PairingOutcome {
  if (reply.kind === 'failed') return { kind: 'failed' };
  const { status } = reply;
  // Not there, or used: a foreign 404 in JSON costs no more than another code.
  if (status === 404 || status === 409) return { kind: 'gone' };
  const retryAfterS = Number(reply.header('retry-after'));
  if (retryAfterS > 0) return { kind: 'failed', retryAfterMs: retryAfterS * 1000 };
  const { code, token, qr }: { code?: unknown; token?: unknown; qr?: unknown } = Object(
    parseJson(reply.body),
  );
  if (isText(token, /^[\w-]+$/)) return { kind: 'approved', token };
  if (!isText(code, /^\w+$/)) return { kind: 'failed' };
  const { size, path }: { size?: unknown; path?: unknown } = Object(qr);
  // An older server sends none, and the code does without.
  const isDrawable = typeof size === 'number' && isText(path, /^[Mhvz\d -]+$/);
  return { kind: 'waiting', code, ...(isDrawable && { qr: { size, path } }) };
}

function isText(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}
