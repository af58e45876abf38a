// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TestDevice } from './create-player.fixture.js';
import { createPlayer } from './create-player.js';
import type { PlayerOptions } from './player-options.js';

describe('createPlayer', () => {
  let device: TestDevice;
  const setUp = (): TestDevice => {
    device = new TestDevice();
    return device;
  };
  afterEach(() => device.player?.close());

  it('paints the screen into the container, and tells when it first has', () => {
    const { container, heard } = setUp();
    device.open();
    expect(container.childElementCount).toBeGreaterThan(0);
    expect(device.count('ready')).toBe(0);
    device.advanceS(15);
    expect(device.text).toContain('Riverside School');
    expect(heard).toContainEqual(['ready', { revision: device.server.revision }]);
    expect(device.count('ready')).toBe(1);
  });

  it('[OBS-3] reports what it paints', () => {
    setUp().open();
    device.advanceS(30);
    expect(device.reports).toMatchObject([{ revision: device.server.revision, skippedItems: 0 }]);
  });

  it('tells of each revision that is painted, once', () => {
    setUp().open();
    device.advanceS(15);
    const before = device.count('revision');
    const revision = device.server.publish();
    device.advanceS(15);
    expect(device.count('revision')).toBe(before + 1);
    expect(device.heard).toContainEqual(['revision', { revision }]);
    expect(device.player?.status()).toMatchObject({ revision, connection: 'live' });
    const told = device.heard.filter(([name]) => name === 'status').map(([, status]) => status);
    expect(told.at(-1)).toEqual(device.player?.status());
    expect(told).toHaveLength(new Set(told.map((status) => JSON.stringify(status))).size);
  });

  it('[WS-2] shows its name for 30 s when asked to identify itself', () => {
    setUp().open();
    device.advanceS(60);
    const before = device.text;
    device.server.gateway.push({ type: 'command', id: 'c1', name: 'identify' });
    device.advanceS(2);
    expect(device.text).not.toContain('Riverside School');
    expect(device.heard).toContainEqual(['command', { name: 'identify' }]);
    expect(device.server.gateway.acks).toEqual(['c1']);
    device.advanceS(27);
    expect(device.text).not.toContain('Riverside School');
    device.advanceS(3);
    expect(device.text).toContain('Riverside School');
    expect(before).toContain('Riverside School');
  });

  it('[WS-2] passes a reload on to the page around it', () => {
    setUp().open();
    device.advanceS(60);
    device.server.gateway.push({ type: 'command', id: 'c2', name: 'reload' });
    device.advanceS(2);
    expect(device.heard).toContainEqual(['command', { name: 'reload' }]);
    expect(device.text).toContain('Riverside School');
  });

  it('[UPD-2] says whether a reload would disturb anybody', () => {
    // It starts two minutes before the first bell.
    const player = setUp().open();
    expect(player.isQuiet()).toBe(true);
    device.advanceS(15);
    expect(player.isQuiet()).toBe(false);
    device.advanceS(600);
    expect(player.isQuiet()).toBe(true);
    expect(player.isOutOfHours()).toBe(false);
    device.clock.suspend(16 * 3_600_000);
    device.advanceS(16 * 3600 + 1);
    expect(player.isOutOfHours()).toBe(true);
  });

  it('[UPD-4] knows when it has not painted for minutes', () => {
    const player = setUp().open();
    device.advanceS(600);
    expect(player.isPainting()).toBe(true);
    device.clock.suspend(600_000);
    device.advanceS(599);
    expect(player.isPainting()).toBe(false);
    device.advanceS(2);
    expect(player.isPainting()).toBe(true);
  });

  it('[TIME-4] tells of the next scene without a network', () => {
    setUp().open();
    device.advanceS(60);
    device.link.goDown();
    const before = device.count('scenechange');
    device.advanceS(90);
    expect(device.text).toContain('Lesson 1');
    expect(device.count('scenechange')).toBe(before + 1);
  });

  it('[P-1] keeps what it shows while refreshes fail, and tells of each failure', () => {
    setUp().open();
    device.advanceS(60);
    device.link.goDown();
    device.advanceS(300);
    expect(device.text).toContain('Riverside School');
    expect(device.count('error')).toBeGreaterThan(3);
    expect(device.heard.find(([name]) => name === 'error')?.[1]).toMatchObject({
      error: { name: 'TransportError', reason: 'network' },
    });
    expect(device.player?.status()).toMatchObject({ connection: 'offline' });
    expect(device.player?.status().degradations).toContain('offline');
    device.link.heal();
    device.advanceS(120);
    expect(device.player?.status().degradations).not.toContain('offline');
  });

  it("tells of the server's refusal as an error of the contract", () => {
    setUp().open({ token: 'another-token' });
    device.advanceS(30);
    expect(device.heard).toContainEqual([
      'error',
      { error: expect.objectContaining({ name: 'ContractError', code: 'unknown_screen' }) },
    ]);
    expect(device.player?.status().degradations).toContain('rejected');
  });

  it('[POLL-3] polls on in a page that calls itself hidden, as some TVs always do', () => {
    setUp();
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    device.link.socketFault = { kind: 'refused' };
    device.open();
    device.clock.timeline.advance(10_000);
    const before = device.server.received.length;
    device.clock.timeline.advance(600_000);
    expect(device.server.received.length - before).toBeGreaterThan(10);
    visibility.mockRestore();
    hidden.mockRestore();
  });

  it('[P-1] says that it is ready to go offline once shell and snapshot are on the device', () => {
    const player = setUp().open();
    device.advanceS(60);
    expect(player.status()).toMatchObject({
      offlineReady: false,
      storage: 'worker-and-database',
      degradations: ['no-stored-shell'],
    });
    player.setShellStored(true);
    expect(player.status()).toMatchObject({ offlineReady: true, degradations: [] });
    expect(device.heard.at(-1)).toEqual(['degraded', player.status()]);
    const told = device.count('degraded');
    player.setShellStored(true);
    expect(device.count('degraded')).toBe(told);
  });

  it('[STORE-2] [P-1] shows the stored snapshot after a restart without a network', () => {
    setUp().open();
    device.advanceS(60);
    device.player?.close();
    device.server.stop();
    device.heard.length = 0;
    device.open();
    device.advanceS(1);
    expect(device.text).toContain('Riverside School');
    expect(device.names).toContain('ready');
    expect(device.player?.status().degradations).toContain('time-unconfirmed');
  });

  it('goes on when a listener throws, and says so in the log', () => {
    const player = setUp().open();
    player.on('revision', () => {
      throw new Error('listener');
    });
    const heard: string[] = [];
    player.on('revision', ({ revision }) => heard.push(revision));
    device.advanceS(15);
    expect(heard).toHaveLength(1);
    expect(device.logger.count('listener.failed')).toBe(1);
  });

  it('stops everything and empties the container when closed, however often', () => {
    const player = setUp().open();
    device.advanceS(60);
    const stop = player.on('error', () => undefined);
    player.close();
    player.close();
    stop();
    const { received } = device.server;
    const [requests, events] = [received.length, device.heard.length];
    device.connectivity.emit('wake');
    device.server.publish();
    device.advanceS(600);
    player.setShellStored(true);
    expect(device.container.childNodes).toHaveLength(0);
    expect(received).toHaveLength(requests);
    expect(device.heard).toHaveLength(events);
  });

  it('can be closed from within one of its own events', () => {
    const player = setUp().open();
    player.on('ready', () => player.close());
    device.advanceS(60);
    expect(device.container.childNodes).toHaveLength(0);
    expect(device.count('scenechange')).toBe(0);
  });

  it('asks and tells nothing more where it is closed by what it tells', () => {
    const { asked, reports } = setUp();
    const player = device.open({ token: 'another-token', onPaired: () => undefined });
    player.on('error', () => player.close());
    device.advanceS(60);
    expect(asked).toEqual([]);
    expect(reports).toEqual([]);
  });

  it('without a token shows that there is no screen yet, and asks nobody', () => {
    const { container, server, asked } = setUp();
    const player = device.openUnset();
    device.advanceS(60);
    expect(device.text).not.toBe('');
    expect(player.status()).toMatchObject({ offlineReady: false, connection: 'starting' });
    expect(server.received).toHaveLength(0);
    expect(asked).toEqual([]);
    player.close();
    expect(container.childNodes).toHaveLength(0);
  });

  it.each([
    ['token', { token: '' }],
    ['token', { token: 'two words' }],
    ['token', { token: 'x'.repeat(129) }],
    ['serverUrl', { serverUrl: 'board.example.org' }],
    ['serverUrl', { serverUrl: '/path' }],
    ['serverUrl', { serverUrl: 'ftp://board.example.org' }],
  ])('refuses a wrong %s before anything starts', (option, options) => {
    setUp();
    expect(() => device.open(options)).toThrowError(
      expect.objectContaining({ name: 'InvalidOptionError', option }),
    );
    expect(device.container.childNodes).toHaveLength(0);
  });

  it('names the container that a page without types has not found', () => {
    const options = { container: document.querySelector<HTMLElement>('#gone'), token: 'abc' };
    expect(() => createPlayer(options as PlayerOptions)).toThrowError(
      expect.objectContaining({ name: 'InvalidOptionError', option: 'container' }),
    );
  });
});
