import { describe, expect, it } from 'vitest';
import { createOriginPolicy } from './origin-policy.js';

const HOST = 'screens.lan:8080';

describe('createOriginPolicy', () => {
  const policy = createOriginPolicy({
    publicUrl: 'https://screens.example.org',
    corsOrigins: ['https://intranet.example.org'],
  });

  it.each([
    ['no browser', undefined, true],
    ['the own origin', 'http://screens.lan:8080', true],
    ['the own origin behind TLS', 'https://screens.lan:8080', true],
    ['the public origin', 'https://screens.example.org', true],
    ['a listed origin', 'https://intranet.example.org', true],
    ['another origin', 'https://evil.example', false],
    ['another port of the own host', 'http://screens.lan:9999', false],
    ['a longer name', 'http://screens.lan:8080.evil.example', false],
    ['a file', 'null', false],
    ['a file that opens a socket', 'file://', false],
    ['nonsense', '', false],
  ])('[SEC-3] decides on %s', (_, origin, allowed) => {
    expect(policy.allows(origin, HOST)).toBe(allowed);
  });

  it('[SEC-3] allows nobody by the host where there is none', () => {
    expect(policy.allows('http://undefined', undefined)).toBe(false);
  });

  it('[SEC-3] allows files when told so, by both names that browsers have for them', () => {
    const apps = createOriginPolicy({ publicUrl: undefined, corsOrigins: ['null', 'file://'] });
    expect(apps.allows('null', HOST)).toBe(true);
    expect(apps.allows('file://', HOST)).toBe(true);
    expect(apps.allows('https://anywhere.example', HOST)).toBe(false);
  });

  it('[SEC-2] allows everyone when told so', () => {
    const open = createOriginPolicy({ publicUrl: undefined, corsOrigins: ['*'] });
    expect(open.allows('https://anywhere.example', HOST)).toBe(true);
    expect(open.allows('null', HOST)).toBe(true);
  });
});
