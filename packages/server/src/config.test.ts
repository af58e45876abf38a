import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderSettingsTable } from './config/render-settings-table.js';
import { SETTINGS } from './config/settings.js';
import { ConfigError, readConfig } from './config.js';

describe('readConfig', () => {
  it('has a default for every setting', () => {
    expect(readConfig({})).toEqual({
      port: 8080,
      host: '0.0.0.0',
      publicUrl: undefined,
      dataDir: './data',
      shellDir: undefined,
      shellWorker: 'keep',
      redisUrl: undefined,
      redisAllowLoss: false,
      redisDeadlineMs: 300,
      realtimeAllowed: true,
      allowMultiDevice: false,
      auditMaxEntries: 20_000,
      maxSockets: 20_000,
      maxSocketsPerSchool: 1000,
      maxUpgradesPerSecond: 1000,
      mediaMaxImageBytes: 10_000_000,
      mediaMaxVideoBytes: 100_000_000,
      mediaMaxSchoolBytes: 500_000_000,
      corsOrigins: [],
      frameAncestors: ['none'],
      hsts: false,
      tlsCertFile: undefined,
      tlsKeyFile: undefined,
      trustProxy: 0,
      webhookUrl: undefined,
      webhookSecret: undefined,
      smtpUrl: undefined,
      mailFrom: 'hallboard@localhost',
      mailTo: undefined,
      digestMinutes: 15,
      logLevel: 'info',
      demo: false,
    });
  });

  it('reads what is set, and takes an empty variable as not set', () => {
    const config = readConfig({
      PORT: '',
      DISPLAY_WS_ENABLED: 'false',
      CORS_ORIGINS: 'https://a.example, http://b.example:8000, null, file://',
      FRAME_ANCESTORS: 'self',
      PUBLIC_URL: 'https://screens.example.org',
    });
    expect(config).toMatchObject({
      port: 8080,
      realtimeAllowed: false,
      corsOrigins: ['https://a.example', 'http://b.example:8000', 'null', 'file://'],
      frameAncestors: ['self'],
      publicUrl: 'https://screens.example.org',
    });
  });

  it.each([
    ['PORT', '80a', 'PORT must be a whole number from 0 to 65535'],
    ['PORT', '70000', 'PORT must be a whole number from 0 to 65535'],
    ['DEMO', 'yes', 'DEMO must be true or false'],
    ['SHELL_WORKER', 'off', 'SHELL_WORKER must be keep or remove'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be debug, info, warn, error or silent'],
    ['PUBLIC_URL', 'screens.example.org', 'PUBLIC_URL must be an origin such as'],
    ['PUBLIC_URL', 'https://a.example/screen', 'PUBLIC_URL must be an origin such as'],
    ['CORS_ORIGINS', 'https://a.example,*', 'CORS_ORIGINS must be origins such as'],
    ['CORS_ORIGINS', 'file:', 'CORS_ORIGINS must be origins such as'],
    ['FRAME_ANCESTORS', 'null', 'FRAME_ANCESTORS must be origins such as'],
    ['CORS_ORIGINS', 'ftp://a.example', 'CORS_ORIGINS must be origins such as'],
    ['FRAME_ANCESTORS', 'everyone', 'FRAME_ANCESTORS must be origins such as'],
    ['REDIS_URL', 'redis.example.org', 'REDIS_URL must be an address such as redis://'],
    ['REDIS_URL', 'redis://:secret@', 'REDIS_URL must be an address such as redis://'],
    ['REDIS_URL', 'redis://redis.example.org/db', 'REDIS_URL must be an address such as redis://'],
    ['REDIS_URL', 'https://redis.example.org', 'REDIS_URL must be an address such as redis://'],
    ['MEDIA_MAX_IMAGE_MB', '0.5', 'MEDIA_MAX_IMAGE_MB must be a whole number from 1 to 100'],
    ['HOST', 'a b', 'HOST must be an address or a host name'],
  ])('refuses %s=%s by name', (name, text, message) => {
    expect(() => readConfig({ [name]: text })).toThrow(ConfigError);
    expect(() => readConfig({ [name]: text })).toThrow(message);
  });

  it('names every wrong variable at once', () => {
    expect(() => readConfig({ PORT: 'x', HSTS: 'x' })).toThrow(
      'PORT must be a whole number from 0 to 65535; HSTS must be true or false',
    );
  });

  it('accepts its own examples', () => {
    const env = Object.values(SETTINGS).map(({ name, example }) => [name, example]);
    expect(() => readConfig(Object.fromEntries(env))).not.toThrow();
  });
});

describe('docs/settings.md', () => {
  it('holds the table that the settings make', () => {
    const page = readFileSync(new URL('../../../docs/settings.md', import.meta.url), 'utf8');
    expect(page).toContain(renderSettingsTable());
  });
});
