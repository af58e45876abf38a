import { createHash } from 'sha256-uint8array';
import { withinLimit } from '../../adapters/within-limit.js';
import type { Clock } from '../../ports/clock.js';
import type { Evidence } from '../evidence.js';

const LIMIT_MS = 6_000;
const PAGE = '/screen';
/** As the build writes it into the page, after it has hashed the rest. */
const BUILD = / data-build="([\da-f]{16})"/;

/**
 * Whether the screen's page arrives as it was built: it names a hash of itself, and comes with the
 * server's policy. What changes pages on their way, filters with TLS inspection above all, gives
 * itself away here. Not answered by the worker, which takes visits of the page alone.
 */
export async function checkPage(
  clock: Clock,
  fetch: (path: string, init: RequestInit) => Promise<Response>,
): Promise<Evidence['page']> {
  const asked = await withinLimit(clock, LIMIT_MS, async () => {
    const response = await fetch(PAGE, { cache: 'no-store' });
    return { response, html: await response.text() };
  });
  if (!asked.ok || !asked.value.response.ok) return 'unknown';
  const { response, html } = asked.value;
  const isWhole = BUILD.exec(html)?.[1] === hashOf(html.replace(BUILD, ''));
  return isWhole && response.headers.has('content-security-policy') ? 'intact' : 'changed';
}

function hashOf(text: string): string {
  return createHash().update(text).digest('hex').slice(0, 16);
}
