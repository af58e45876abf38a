import type { Clock } from '../ports/clock.js';
import type { MessageSource } from '../ports/message-source.js';
import { parseJson } from './http-answer.js';
import { chooseTransport } from './http-snapshot-source.js';
import type { HttpRequest, Transport } from './http-transport.js';

/**
 * Catalogues over HTTP, from the browser's cache or the worker's where they have them.
 * @param transport @default as for snapshots
 */
export function createHttpMessageSource(
  clock: Clock,
  transport: Transport = chooseTransport(clock),
): MessageSource {
  return {
    request: (url, done) =>
      transport(request(url), (reply) => {
        const isAnswer = reply.kind === 'answer' && reply.status === 200;
        const catalogue = isAnswer ? parseJson(reply.body) : undefined;
        if (catalogue !== undefined) done(catalogue);
      }),
  };
}

function request(url: string): HttpRequest {
  return { url: new URL(url, location.href).href, headers: {}, isCacheable: true };
}
