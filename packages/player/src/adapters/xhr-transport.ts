import type { Clock } from '../ports/clock.js';
import {
  foreignHead,
  type HttpReply,
  noAnswer,
  notOurs,
  type Transport,
} from './http-transport.js';

/**
 * Requests through `XMLHttpRequest`, for engines without `AbortController`, where a `fetch` that
 * hangs could not be stopped (POLL-4). It cannot refuse a redirect, only see that there was one.
 * @param create @default a request of the page
 */
export function createXhrTransport(
  clock: Clock,
  create: () => XMLHttpRequest = () => new XMLHttpRequest(),
): Transport {
  return (request, done) => {
    const xhr = create();
    let settled = false;
    let cancelled = false;
    let receivedAtMs: number | undefined;

    function settle(reply: HttpReply): void {
      if (settled) return;
      settled = true;
      // `send` may report a failure before it returns.
      void Promise.resolve().then(() => {
        if (!cancelled) done(reply);
      });
    }

    xhr.onreadystatechange = () => {
      if (xhr.readyState !== xhr.HEADERS_RECEIVED) return;
      receivedAtMs = clock.monotonicMs();
      const foreign = isElsewhere(xhr.responseURL, request.url)
        ? 'redirected'
        : foreignHead(xhr.status, xhr.getResponseHeader('content-type'));
      if (foreign === undefined) return;
      settle(notOurs(foreign));
      xhr.abort();
    };
    xhr.onload = () => {
      settle({
        kind: 'answer',
        status: xhr.status,
        header: (name) => xhr.getResponseHeader(name) ?? undefined,
        body: xhr.responseText,
        receivedAtMs: receivedAtMs ?? clock.monotonicMs(),
      });
    };
    xhr.onerror = () => {
      settle(receivedAtMs === undefined ? noAnswer('error') : notOurs('truncated'));
    };
    try {
      xhr.open(request.method ?? 'GET', request.url);
      for (const name of Object.keys(request.headers)) {
        xhr.setRequestHeader(name, request.headers[name] ?? '');
      }
      xhr.send(request.body);
    } catch (error) {
      settle(noAnswer(error instanceof Error ? error.name : 'unknown'));
    }
    return () => {
      cancelled = true;
      xhr.abort();
    };
  };
}

/**
 * Whether a request was redirected.
 * @param actual empty where the engine does not tell.
 */
export function isElsewhere(actual: string, asked: string): boolean {
  return actual !== '' && actual !== new URL(asked).href;
}
