import {
  type Agent,
  type ClientRequest,
  type IncomingMessage,
  request as sendRequest,
} from 'node:http';
import { text } from 'node:stream/consumers';
import type { Clock, HttpReply, Transport } from '@hallboard/player';

export interface NodeTransportOptions {
  readonly clock: Clock;
  /** What the screens of a process share, as behind a proxy that keeps connections. */
  readonly agent: Agent;
  /** Where requests go by now, without a slash at its end. */
  readonly route: () => string;
  /** Hears of every request that leaves. */
  readonly onSent: () => void;
}

/** The player's requests over `node:http`, to whichever node a balancer would choose. */
export function createNodeTransport(options: NodeTransportOptions): Transport {
  const { clock, agent, route, onSent } = options;
  return ({ method = 'GET', url, headers, body }, done) => {
    const { pathname, search } = new URL(url);
    let isOver = false;
    let request: ClientRequest;
    function end(reply: HttpReply): void {
      if (isOver) return;
      isOver = true;
      done(reply);
    }
    function send(): void {
      const sent = sendRequest(`${route()}${pathname}${search}`, { method, headers, agent });
      request = sent;
      sent.on('error', (error) => {
        // The server had just given up a connection that was idle: every browser asks again.
        const isStale = sent.reusedSocket && 'code' in error && error.code === 'ECONNRESET';
        if (isStale && !isOver) send();
        else end(failed('network', error.message));
      });
      sent.on('response', (response) => {
        const receivedAtMs = clock.monotonicMs();
        void text(response).then(
          (received) => end({ kind: 'answer', ...headOf(response), body: received, receivedAtMs }),
          () => end(failed('not-ours', 'truncated')),
        );
      });
      sent.end(body);
    }
    send();
    onSent();
    return () => {
      isOver = true;
      request.destroy();
    };
  };
}

function headOf({ statusCode: status = 0, headers }: IncomingMessage) {
  return {
    status,
    header(name: string): string | undefined {
      const value = headers[name];
      return Array.isArray(value) ? value.join(', ') : value;
    },
  };
}

function failed(cause: 'network' | 'not-ours', detail: string): HttpReply {
  return { kind: 'failed', failure: { cause, detail } };
}
