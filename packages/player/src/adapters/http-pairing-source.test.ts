import { describe, expect, it } from 'vitest';
import type { PairingOutcome } from '../ports/pairing-source.js';
import { createHttpPairingSource } from './http-pairing-source.js';
import type { HttpReply, HttpRequest } from './http-transport.js';
import { handClock } from './storage.fixture.js';

function answer(status: number, body: unknown, headers: Record<string, string> = {}): HttpReply {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { kind: 'answer', status, header: (name) => headers[name], body: text, receivedAtMs: 0 };
}

function ask(kind: 'open' | 'look', reply: HttpReply) {
  const sent: HttpRequest[] = [];
  const outcomes: PairingOutcome[] = [];
  const source = createHttpPairingSource({
    serverUrl: 'https://board.example.org',
    clock: handClock(),
    transport: (request, done) => {
      sent.push(request);
      done(reply);
      return () => undefined;
    },
  });
  source.request(kind, 'secret', (outcome) => outcomes.push(outcome));
  return { sent: sent[0], outcome: outcomes[0] };
}

const WAITING = { state: 'waiting', code: 'K7QR3M', expiresAt: 1 };
const refused = (error: string) => ({ error, message: 'No' });

describe('createHttpPairingSource', () => {
  it('[BIND-5] sends the secret in a header, never in the address', () => {
    const { sent, outcome } = ask('open', answer(201, WAITING));
    expect(sent).toEqual({
      method: 'POST',
      url: 'https://board.example.org/api/display/pairings',
      headers: { authorization: 'Bearer secret' },
    });
    expect(outcome).toEqual({ kind: 'waiting', code: 'K7QR3M' });
    expect(ask('look', answer(200, WAITING)).sent?.method).toBe('GET');
  });

  it.each<[string, HttpReply, PairingOutcome]>([
    [
      'an approval',
      answer(200, { state: 'approved', token: 't'.repeat(43) }),
      { kind: 'approved', token: 't'.repeat(43) },
    ],
    [
      'a code with a drawing of it',
      answer(201, { ...WAITING, qr: { size: 29, path: 'M0 0h7v1h-7z' } }),
      { kind: 'waiting', code: 'K7QR3M', qr: { size: 29, path: 'M0 0h7v1h-7z' } },
    ],
    [
      'a drawing of something else',
      answer(201, { ...WAITING, qr: { size: 29, path: 'url(#x)' } }),
      { kind: 'waiting', code: 'K7QR3M' },
    ],
    ['an expired code', answer(404, refused('not_found')), { kind: 'gone' }],
    ['a used secret', answer(409, refused('conflict')), { kind: 'gone' }],
    [
      'a limit',
      answer(429, refused('rate_limited'), { 'retry-after': '7' }),
      { kind: 'failed', retryAfterMs: 7000 },
    ],
    ['a token of another form', answer(200, { state: 'approved', token: '' }), { kind: 'failed' }],
    ['what is not JSON', answer(200, '<html>'), { kind: 'failed' }],
    ['an error without a time', answer(500, refused('internal')), { kind: 'failed' }],
    [
      'no answer',
      { kind: 'failed', failure: { cause: 'network', detail: 'x' } },
      { kind: 'failed' },
    ],
  ])('reads %s', (_, reply, outcome) => {
    expect(ask('look', reply).outcome).toEqual(outcome);
  });
});
