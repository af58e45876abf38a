import { expect, it } from 'vitest';
import { readConfig } from '../config.js';
import { ManualClock } from '../testing/manual-clock.fixture.js';
import { createNotifiers } from './create-notifiers.js';

const notifiers = (env: Record<string, string>) =>
  createNotifiers(readConfig(env), new ManualClock());

const WEBHOOK = { NOTIFY_WEBHOOK_URL: 'https://ops.example.org/hook' };
const SMTP = { NOTIFY_SMTP_URL: 'smtp://127.0.0.1' };
const TO = { NOTIFY_TO: 'it@example.org' };

it('[OBS-4] makes the ways that the settings name', () => {
  expect(notifiers({})).toHaveLength(0);
  expect(notifiers(WEBHOOK)).toHaveLength(1);
  expect(notifiers({ ...SMTP, ...TO, ...WEBHOOK, NOTIFY_WEBHOOK_SECRET: 'sesame' })).toHaveLength(
    2,
  );
});

it.each([
  ['NOTIFY_WEBHOOK_URL', { NOTIFY_WEBHOOK_SECRET: 'sesame' }],
  ['NOTIFY_SMTP_URL', TO],
  ['NOTIFY_TO', SMTP],
])('names the half that is missing: %s', (name, env) => {
  expect(() => notifiers(env)).toThrow(new RegExp(`^${name} is not set: `));
});
