import { createMailNotifier } from '../adapters/mail-notifier.js';
import { createWebhookNotifier } from '../adapters/webhook-notifier.js';
import { type Config, ConfigError } from '../config.js';
import type { Clock } from '../ports/clock.js';
import type { Notifier } from '../ports/notifier.js';

export type NotifierSettings = Pick<
  Config,
  'webhookUrl' | 'webhookSecret' | 'smtpUrl' | 'mailFrom' | 'mailTo'
>;

/**
 * The ways to reach whoever looks after the screens, as the settings have them (OBS-4).
 * @throws ConfigError for half of a way: nobody would miss its messages before they are needed.
 */
export function createNotifiers(config: NotifierSettings, clock: Clock): readonly Notifier[] {
  const { webhookUrl, webhookSecret: secret, smtpUrl, mailFrom: from, mailTo: to } = config;
  if (secret !== undefined && webhookUrl === undefined) throw isMissing('NOTIFY_WEBHOOK_URL');
  if (to !== undefined && smtpUrl === undefined) throw isMissing('NOTIFY_SMTP_URL');
  if (to === undefined && smtpUrl !== undefined) throw isMissing('NOTIFY_TO');
  return [
    ...(webhookUrl === undefined
      ? []
      : [createWebhookNotifier({ url: webhookUrl, secret, clock })]),
    ...(smtpUrl === undefined || to === undefined
      ? []
      : [createMailNotifier({ url: smtpUrl, from, to })]),
  ];
}

const OTHER = {
  NOTIFY_WEBHOOK_URL: 'NOTIFY_WEBHOOK_SECRET signs what is posted there',
  NOTIFY_SMTP_URL: 'NOTIFY_TO is mailed through it',
  NOTIFY_TO: 'nobody would be mailed through NOTIFY_SMTP_URL',
} as const;

function isMissing(name: keyof typeof OTHER): ConfigError {
  return new ConfigError(`${name} is not set: ${OTHER[name]}`);
}
