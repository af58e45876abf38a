import { createMailNotifier } from '../adapters/mail-notifier.js';
import { createWebhookNotifier } from '../adapters/webhook-notifier.js';
import type { Config } from '../config.js';
import type { Clock } from '../ports/clock.js';
import type { Notifier } from '../ports/notifier.js';

/** The ways to reach whoever looks after the screens, as the settings have them (OBS-4). */
export function createNotifiers(config: Config, clock: Clock): readonly Notifier[] {
  const { webhookUrl, webhookSecret: secret, smtpUrl, mailFrom: from, mailTo: to } = config;
  return [
    ...(webhookUrl === undefined
      ? []
      : [createWebhookNotifier({ url: webhookUrl, secret, clock })]),
    ...(smtpUrl === undefined || to === undefined
      ? []
      : [createMailNotifier({ url: smtpUrl, from, to })]),
  ];
}
