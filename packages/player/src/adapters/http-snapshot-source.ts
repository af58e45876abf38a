import type { Clock } from '../ports/clock.js';
import type { SnapshotSource } from '../ports/snapshot-source.js';
import { createFetchTransport } from './fetch-transport.js';
import { readAnswer } from './http-answer.js';
import { buildRequest } from './http-request.js';
import type { Transport } from './http-transport.js';
import { createXhrTransport } from './xhr-transport.js';

export interface HttpSnapshotSourceOptions {
  /** The server's origin, without a slash at its end. */
  readonly serverUrl: string;
  /** Stamps when a request left and when its answer came (TIME-1). */
  readonly clock: Clock;
  /** @default `fetch`, or XMLHttpRequest where it cannot be aborted (POLL-4) */
  readonly transport?: Transport;
}

/** The display API over HTTP. */
export function createHttpSnapshotSource(options: HttpSnapshotSourceOptions): SnapshotSource {
  const { serverUrl, clock, transport = chooseTransport(clock) } = options;
  return {
    request(request, done) {
      const sentAtMs = clock.monotonicMs();
      return transport(buildRequest(serverUrl, request), (reply) => {
        done(reply.kind === 'failed' ? reply : readAnswer(request.kind, reply, sentAtMs));
      });
    },
  };
}

/** `fetch`, or XMLHttpRequest where it cannot be aborted (POLL-4). */
export function chooseTransport(clock: Clock): Transport {
  return typeof AbortController === 'undefined'
    ? createXhrTransport(clock)
    : createFetchTransport(clock);
}
