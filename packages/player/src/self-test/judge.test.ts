import { decodeSelfTest, encodeSelfTest } from '@hallboard/shared';
import { describe, expect, it } from 'vitest';
import type { Evidence } from './evidence.js';
import { judge } from './judge.js';
import { CATALOGUES, messagesOf } from './messages/messages-of.js';
import { say, verdictOf } from './say.js';

const WELL: Evidence = {
  server: { kind: 'answer', clockAheadMs: 500, isRequestChanged: false, unknownProxy: 'none' },
  page: 'intact',
  socket: 'open',
  isSecure: true,
  isPackaged: false,
  isControlled: true,
  storage: { database: true, cacheStorage: true, localStorage: true },
  freeBytes: 2_500_000_000,
  userAgent: 'Mozilla/5.0 (X11; Linux) Chrome/156.0.0.0 Safari/537.36',
  missing: [],
  sound: 'running',
  scripts: 'drawn',
  zoneAheadMin: 180,
};

const found = (change: Partial<Evidence>) => judge({ ...WELL, ...change }).findings;
const answer = (change: object) => ({
  server: { ...WELL.server, ...change } as Evidence['server'],
});

describe('judge', () => {
  it('finds a device that is fit for a screen', () => {
    const said = say(judge(WELL), { messages: messagesOf('en'), freeBytes: 1, address: 'a' });
    expect(said.map(({ tone }) => tone)).toEqual(Array(10).fill('good'));
    expect(verdictOf(said)).toBe('good');
  });

  it('tests neither way, socket nor clock of a server that is away', () => {
    const { server, path, socket, clock, restart } = found({
      server: { kind: 'silence' },
      page: 'unknown',
      socket: 'blocked',
    });
    expect([server, path, socket, clock]).toEqual([
      'unreachable',
      'untested',
      'untested',
      'untested',
    ]);
    expect(restart).toBe('device');
    expect(found({ server: { kind: 'stranger' } }).server).toBe('intercepted');
  });

  it('suspects what changes pages or requests, and calls plain http what it is', () => {
    expect(found({ page: 'changed' }).path).toBe('altered');
    expect(found(answer({ unknownProxy: 'of-network' })).path).toBe('proxied');
    expect(found(answer({ unknownProxy: 'of-server' })).path).toBe('untrusted');
    const both = { unknownProxy: 'of-server', isRequestChanged: true };
    expect(found(answer(both)).path).toBe('proxied');
    expect(found(answer({ isRequestChanged: true })).path).toBe('proxied');
    expect(found({ isSecure: false, isControlled: false }).path).toBe('plain');
  });

  it('[P-1] names the tier of a device', () => {
    const http = { isSecure: false, isControlled: false };
    const nothing = { database: false, cacheStorage: false, localStorage: false };
    expect(found({}).restart).toBe('device');
    expect(found(http).restart).toBe('cache');
    expect(found({ isControlled: false }).restart).toBe('server');
    expect(found({ ...http, storage: nothing }).restart).toBe('server');
    expect(found({ ...http, isPackaged: true }).restart).toBe('device');
    expect(found({ isPackaged: true, storage: nothing }).restart).toBe('server');
  });

  it('tells a clock that is off from one that is wrong', () => {
    const off = judge({ ...WELL, ...answer({ clockAheadMs: -180_000 }) });
    expect([off.findings.clock, off.clockAheadMin]).toEqual(['off', -3]);
    expect(found(answer({ clockAheadMs: 90_000_000 })).clock).toBe('wrong');
  });

  it.each([
    ['Chrome/63.0 Safari/537.36', 'unsupported'],
    ['Chrome/69.0 Safari/537.36', 'aged'],
    ['Gecko/20100101 Firefox/153.0', 'current'],
  ])('judges the age of %s', (userAgent, expected) => {
    expect(found({ userAgent }).engine).toBe(expected);
  });

  it('is what the code for support says', () => {
    const report = judge({ ...WELL, sound: 'touched', missing: ['wake-lock'] });
    expect(decodeSelfTest(encodeSelfTest(report))).toEqual(report);
  });
});

it.each(CATALOGUES.map((messages) => [messages.language, messages] as const))(
  'leaves no place open in %s',
  (_, messages) => {
    const report = judge({ ...WELL, sound: 'touched' });
    const said = say(report, {
      messages,
      freeBytes: 2_500_000_000,
      address: 'board.test/self-test',
    });
    const texts = said.map(({ text }) => text);
    expect(texts.join()).not.toMatch(/[{}]|undefined/);
    expect(texts.join()).toContain('2 GB');
    expect(texts.join()).toContain('UTC+03:00');
    expect(texts.join()).toContain('board.test/self-test');
    expect(texts.join()).toContain('Chromium 156');
  },
);
