// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { ManualClock } from '../testing/index.js';
import { createHttpMessageSource } from './http-message-source.js';
import type { HttpReply, HttpRequest } from './http-transport.js';
import { notOurs } from './http-transport.js';

function exchange(reply: HttpReply): { asked: HttpRequest[]; got: unknown[] } {
  const asked: HttpRequest[] = [];
  const got: unknown[] = [];
  const source = createHttpMessageSource(new ManualClock(), (request, done) => {
    asked.push(request);
    done(reply);
    return () => undefined;
  });
  source.request('/assets/fr.json', (catalogue) => got.push(catalogue));
  return { asked, got };
}

function answer(status: number, body: string): HttpReply {
  return { kind: 'answer', status, body, header: () => undefined, receivedAtMs: 0 };
}

describe('the source of messages', () => {
  it('asks without credentials, and lets the browser answer from its cache', () => {
    expect(exchange(answer(200, '{"now":"Maintenant"}'))).toEqual({
      asked: [{ url: 'http://localhost:3000/assets/fr.json', headers: {}, isCacheable: true }],
      got: [{ now: 'Maintenant' }],
    });
  });

  it('says nothing of what is no catalogue', () => {
    for (const reply of [answer(404, '{}'), answer(200, '<html>'), notOurs('not JSON')]) {
      expect(exchange(reply).got).toEqual([]);
    }
  });
});
