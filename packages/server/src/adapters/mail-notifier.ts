import { createTransport } from 'nodemailer';
import type { Notice, Notifier } from '../ports/notifier.js';

const TIMEOUT_MS = 10_000;

export interface MailOptions {
  /** `smtp://` or `smtps://`, with user and password where the mail server wants them. */
  readonly url: string;
  readonly from: string;
  readonly to: string;
}

/** Mails each message as plain text (OBS-4). */
export function createMailNotifier({ url, from, to }: MailOptions): Notifier {
  const transport = createTransport({
    url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  });
  return {
    channel: 'mail',
    async send(notice) {
      const headers = { 'X-Hallboard-Delivery': notice.id };
      const reason = await transport
        .sendMail({ from, to, headers, ...describe(notice) })
        .then(() => undefined)
        // A mail server's own words may repeat what it was told.
        .catch((error: unknown) => codeOf(error));
      if (reason !== undefined) throw new Error(`the mail server did not take it: ${reason}`);
    },
  };
}

function describe({ kind, screens }: Notice): { readonly subject: string; readonly text: string } {
  const count = screens.length === 1 ? '1 screen' : `${screens.length} screens`;
  const what = kind === 'screens-silent' ? 'silent' : 'back';
  const lines = screens.map(({ school, screen, name, since }) => {
    const when = new Date(since).toISOString();
    return `${school}/${screen} (${name}), last seen before at ${when}`;
  });
  return { subject: `Hallboard: ${count} ${what}`, text: `${lines.join('\n')}\n` };
}

function codeOf(error: unknown): string {
  const { code }: { code?: unknown } = Object(error);
  return typeof code === 'string' ? code : 'unknown';
}
