import type { Clock } from '../ports/clock.js';
import {
  foreignHead,
  type HttpReply,
  noAnswer,
  notOurs,
  type Transport,
} from './http-transport.js';

/** Requests through `fetch`, where it can be aborted: Chromium 66 and later. */
export function createFetchTransport(clock: Clock): Transport {
  return (request, done) => {
    const controller = new AbortController();
    let cancelled = false;

    async function exchange(): Promise<HttpReply> {
      let response: Response;
      try {
        response = await fetch(request.url, {
          method: request.method ?? 'GET',
          headers: request.headers,
          body: request.body ?? null,
          cache: request.isCacheable ? 'default' : 'no-store',
          credentials: 'omit',
          redirect: 'manual',
          referrerPolicy: 'no-referrer',
          signal: controller.signal,
        });
      } catch (error) {
        return noAnswer(error instanceof Error ? error.name : 'unknown');
      }
      const receivedAtMs = clock.monotonicMs();
      const { status, headers } = response;
      const foreign =
        response.type === 'opaqueredirect'
          ? 'redirected'
          : foreignHead(status, headers.get('content-type'));
      if (foreign !== undefined) {
        controller.abort();
        return notOurs(foreign);
      }
      let body: string;
      try {
        body = await response.text();
      } catch {
        return notOurs('truncated');
      }
      const header = (name: string): string | undefined => headers.get(name) ?? undefined;
      return { kind: 'answer', status, header, body, receivedAtMs };
    }

    void exchange().then((reply) => {
      if (!cancelled) done(reply);
    });
    return () => {
      cancelled = true;
      controller.abort();
    };
  };
}
