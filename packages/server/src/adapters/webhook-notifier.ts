import { createHmac } from 'node:crypto';
import type { Clock } from '../ports/clock.js';
import type { Notifier } from '../ports/notifier.js';

const TIMEOUT_MS = 10_000;

export interface WebhookOptions {
  readonly url: string;
  /** Signs what is sent; `undefined` sends it unsigned. */
  readonly secret: string | undefined;
  readonly clock: Clock;
}

/**
 * Posts each message as JSON (OBS-4). With a secret, `X-Hallboard-Signature` is `sha256=` and the
 * hexadecimal HMAC-SHA-256 of `X-Hallboard-Timestamp`, a dot and the body.
 */
export function createWebhookNotifier({ url, secret, clock }: WebhookOptions): Notifier {
  return {
    channel: 'webhook',
    async send(notice) {
      const body = JSON.stringify(notice);
      const timestamp = String(clock.wallMs());
      const headers: Record<string, string> = {
        'content-type': 'application/json',
        'x-hallboard-delivery': notice.id,
        'x-hallboard-timestamp': timestamp,
      };
      if (secret !== undefined) {
        const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
        headers['x-hallboard-signature'] = `sha256=${signature}`;
      }
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const status = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' })
        .then((response) => response.status)
        // The platform's own words may name the address, which may hold a secret.
        .catch((error: unknown) => (error instanceof Error ? error.name : 'unknown'));
      if (typeof status === 'number' && status >= 200 && status < 300) return;
      throw new Error(`the webhook did not take it: ${status}`);
    },
  };
}
