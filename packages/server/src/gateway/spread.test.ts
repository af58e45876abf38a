import { describe, expect, it } from 'vitest';
import { reconnectMs, spreadMs } from './spread.js';

describe('spreadMs', () => {
  it('[WS-8] is a millisecond for each socket, within 250 ms and 10 s', () => {
    expect([1, 250, 750, 10_000, 50_000].map((sockets) => spreadMs(sockets))).toEqual([
      250, 250, 750, 10_000, 10_000,
    ]);
  });

  it('[WS-8] is nothing for an alert to 2 000 sockets, and at most 2.5 s', () => {
    expect([1, 2000, 2001, 6000, 50_000].map((sockets) => spreadMs(sockets, true))).toEqual([
      0, 0, 501, 1500, 2500,
    ]);
  });

  it('[WS-6] spaces reconnects over 1 to 10 s', () => {
    expect([0, 750, 5000, 50_000].map(reconnectMs)).toEqual([1000, 1000, 5000, 10_000]);
  });
});
