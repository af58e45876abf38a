import { check, PATHS, pairingSchema } from '@hallboard/shared';
import type { Clock } from '../ports/clock.js';
import type { PairingOutcome, PairingSource } from '../ports/pairing-source.js';
import { parseJson, readError } from './http-answer.js';
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
  if (reply.status >= 400) {
    const { failure } = readError(reply);
    if (failure.cause !== 'rejected') return { kind: 'failed' };
    const { code, retryAfterMs } = failure;
    if (code === 'not_found' || code === 'conflict') return { kind: 'gone' };
    return { kind: 'failed', ...(retryAfterMs !== undefined && { retryAfterMs }) };
  }
  const pairing = check(pairingSchema, parseJson(reply.body));
  if (!pairing.ok) return { kind: 'failed' };
  return pairing.value.state === 'waiting'
    ? { kind: 'waiting', code: pairing.value.code }
    : { kind: 'approved', token: pairing.value.token };
}
