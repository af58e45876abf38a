import { HEADERS, type ScreenInfo } from '@hallboard/shared';
import { describe, expect, it } from 'vitest';
import { readAnswer } from './http-answer.js';

const SCREEN: ScreenInfo = { version: 3, name: 'Entrée', sound: { on: false, volume: 0.5 } };
const GOOD: Readonly<Record<string, string>> = {
  [HEADERS.revision]: 'e1.7',
  [HEADERS.realtime]: 'on',
  [HEADERS.serverTime]: '1790000000000',
  [HEADERS.screen]: encodeURIComponent(JSON.stringify(SCREEN)),
  etag: '"abc"',
};
const FACTS = {
  revision: 'e1.7',
  realtime: 'on',
  serverTimeMs: 1_790_000_000_000,
  sentAtMs: 10,
  receivedAtMs: 25,
};

function read(
  kind: 'status' | 'snapshot',
  status: number,
  options: { body?: string; headers?: Readonly<Record<string, string | undefined>> } = {},
) {
  const headers: Readonly<Record<string, string | undefined>> = { ...GOOD, ...options.headers };
  return readAnswer(
    kind,
    {
      kind: 'answer',
      status,
      header: (name) => headers[name],
      body: options.body ?? '',
      receivedAtMs: 25,
    },
    10,
  );
}

const failure = (outcome: ReturnType<typeof read>) =>
  outcome.kind === 'failed' ? outcome.failure : outcome.kind;

describe('readAnswer', () => {
  it('[HTTP-1] brings a snapshot as text, with its tag and the screen', () => {
    expect(read('snapshot', 200, { body: '{"as":"sent"}' })).toEqual({
      kind: 'body',
      facts: FACTS,
      screen: SCREEN,
      etag: '"abc"',
      body: '{"as":"sent"}',
    });
  });

  it("[SNAP-8] brings the screen with a snapshot's 304, where the server sends it", () => {
    expect(read('snapshot', 304)).toEqual({ kind: 'unchanged', facts: FACTS, screen: SCREEN });
    expect(read('snapshot', 304, { headers: { [HEADERS.screen]: undefined } })).toEqual({
      kind: 'unchanged',
      facts: FACTS,
    });
  });

  it('[HTTP-2] tells an unchanged status from a changed one', () => {
    expect(read('status', 304)).toEqual({ kind: 'unchanged', facts: FACTS });
    const body = JSON.stringify({ revision: 'e1.7', screen: SCREEN });
    expect(read('status', 200, { body })).toEqual({
      kind: 'changed',
      facts: FACTS,
      screen: SCREEN,
    });
  });

  it('accepts a body whose tag a proxy dropped', () => {
    const outcome = read('snapshot', 200, { body: '{}', headers: { etag: undefined } });
    expect(outcome).toMatchObject({ kind: 'body', etag: '' });
  });

  it('[TIME-1] takes no time sample from an answer that has aged in a cache', () => {
    const { serverTimeMs: _, ...withoutTime } = FACTS;
    expect(read('status', 304, { headers: { age: '12' } })).toEqual({
      kind: 'unchanged',
      facts: withoutTime,
    });
    expect(read('status', 304, { headers: { age: '0' } })).toEqual({
      kind: 'unchanged',
      facts: FACTS,
    });
    expect(read('status', 304, { headers: { [HEADERS.serverTime]: 'soon' } })).toEqual({
      kind: 'unchanged',
      facts: withoutTime,
    });
  });

  it.each([
    ['no revision', 'status', 304, { headers: { [HEADERS.revision]: undefined } }],
    ['a malformed revision', 'status', 304, { headers: { [HEADERS.revision]: '7' } }],
    ['no realtime', 'snapshot', 200, { headers: { [HEADERS.realtime]: undefined } }],
    ['an unknown realtime', 'snapshot', 200, { headers: { [HEADERS.realtime]: 'maybe' } }],
    ['a status that is not JSON', 'status', 200, { body: '<html>' }],
    ['a status of another form', 'status', 200, { body: '{"ok":true}' }],
    ['no screen', 'snapshot', 200, { headers: { [HEADERS.screen]: undefined } }],
    [
      'a screen that is not encoded',
      'snapshot',
      200,
      { headers: { [HEADERS.screen]: '%E0%A4%A' } },
    ],
    ['a screen of another form', 'snapshot', 304, { headers: { [HEADERS.screen]: '%7B%7D' } }],
    ['an error page', 'snapshot', 502, { body: '<html>Bad gateway</html>' }],
    ['a JSON error of somebody else', 'status', 500, { body: '{"message":"oops"}' }],
  ] as const)('[POLL-5] counts an answer with %s as a failure', (_, kind, status, options) => {
    expect(failure(read(kind, status, options))).toMatchObject({ cause: 'not-ours' });
  });

  it('[HTTP-5] names the code of a rejection and how long to wait', () => {
    const body = JSON.stringify({ error: 'rate_limited', message: 'Too many requests.' });
    expect(failure(read('status', 429, { body, headers: { 'retry-after': '7' } }))).toEqual({
      cause: 'rejected',
      status: 429,
      code: 'rate_limited',
      retryAfterMs: 7000,
    });
    const unknown = JSON.stringify({ error: 'unknown_screen', message: 'No such screen.' });
    expect(failure(read('snapshot', 404, { body: unknown }))).toEqual({
      cause: 'rejected',
      status: 404,
      code: 'unknown_screen',
    });
  });

  it('[HTTP-5] tells a code of a newer server, and survives a Retry-After that is no number', () => {
    const body = JSON.stringify({ error: 'brand_new', message: '' });
    expect(failure(read('status', 418, { body, headers: { 'retry-after': 'soon' } }))).toEqual({
      cause: 'rejected',
      status: 418,
      code: 'brand_new',
    });
  });
});
