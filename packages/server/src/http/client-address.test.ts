import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { clientAddress } from './client-address.js';

function request(remoteAddress: string, forwarded?: string): IncomingMessage {
  return {
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  } as IncomingMessage;
}

describe('clientAddress', () => {
  it.each([
    ['10.0.0.7', '10.0.0.7'],
    ['::ffff:10.0.0.7', '10.0.0.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('counts %s as %s', (peer, counted) => {
    expect(clientAddress(request(peer), 0)).toBe(counted);
  });

  it('[HTTP-6] believes X-Forwarded-For only as far as proxies are trusted', () => {
    const forged = request('10.0.0.1', '1.1.1.1, 2.2.2.2, 3.3.3.3');
    expect(clientAddress(forged, 0)).toBe('10.0.0.1');
    expect(clientAddress(forged, 1)).toBe('3.3.3.3');
    expect(clientAddress(forged, 2)).toBe('2.2.2.2');
    expect(clientAddress(request('10.0.0.1'), 1)).toBe('10.0.0.1');
  });

  it.each([
    ['203.0.113.7:52345', '203.0.113.7'],
    ['[2001:db8:1:2::9]:52345', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::9]', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['[::ffff:203.0.113.7]:52345', '203.0.113.7'],
  ])('[HTTP-6] counts a client that a proxy calls %s as %s', (hop, counted) => {
    expect(clientAddress(request('10.0.0.1', hop), 1)).toBe(counted);
  });
});
