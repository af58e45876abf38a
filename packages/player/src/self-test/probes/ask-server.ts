import { HEADERS, PATHS } from '@hallboard/shared';
import { withinLimit } from '../../adapters/within-limit.js';
import type { Clock } from '../../ports/clock.js';
import type { ServerEvidence } from '../evidence.js';

const LIMIT_MS = 6_000;

export interface ServerProbeOptions {
  readonly clock: Clock;
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  readonly userAgent: string;
  /** Of the page: over https, every engine since 2016 takes brotli. */
  readonly protocol: string;
}

/** Asks the server how this device's requests reach it, and what time it is. */
export async function askServer(options: ServerProbeOptions): Promise<ServerEvidence> {
  const { clock, fetch, userAgent, protocol } = options;
  const sentMs = clock.wallMs();
  const asked = await withinLimit(clock, LIMIT_MS, async () => {
    const response = await fetch(PATHS.selfTest, { cache: 'no-store' });
    return { headers: response.headers, text: await response.text() };
  });
  if (!asked.ok) return { kind: 'silence' };
  const receivedMs = clock.wallMs();
  const { headers, text } = asked.value;
  const received = readAnswer(text);
  if (received === undefined) return { kind: 'stranger' };
  const { agent, encodings, proxies, trustedProxies, isOwnUntrusted } = received;
  const answeredBy = headers.get('via')?.split(',').length ?? 0;
  const hasUnknown = Math.max(Number(proxies), answeredBy) > Number(trustedProxies);
  return {
    kind: 'answer',
    clockAheadMs: (sentMs + receivedMs) / 2 - Number(headers.get(HEADERS.serverTime)),
    isRequestChanged:
      agent !== userAgent || (protocol === 'https:' && !/\bbr\b/.test(String(encodings))),
    unknownProxy: !hasUnknown ? 'none' : isOwnUntrusted === true ? 'of-server' : 'of-network',
  };
}

/** An older server says nothing of `isOwnUntrusted`. */
type Answer = Readonly<
  Record<'agent' | 'encodings' | 'proxies' | 'trustedProxies' | 'isOwnUntrusted', unknown>
>;

/** @returns `undefined` for what is not the server's: a sign-in page, say. */
function readAnswer(text: string): Answer | undefined {
  try {
    const answer: Partial<Answer> & { readonly hallboard?: unknown } = JSON.parse(text);
    return answer.hallboard === true ? (answer as Answer) : undefined;
  } catch {
    return undefined;
  }
}
