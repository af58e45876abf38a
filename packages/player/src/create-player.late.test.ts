// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { TestDevice } from './create-player.fixture.js';
import { EXTRAS, type Extras, type WhenExtras } from './player-extras.js';

let device: TestDevice;
afterEach(() => device.player?.close());

/** A player whose second script comes when the test says so. */
function setUp(isSet = true) {
  device = new TestDevice();
  const made: string[] = [];
  let arrive: (extras: Extras) => void = () => undefined;
  const whenExtras: WhenExtras = (use) => {
    arrive = use;
  };
  const options = { onPaired: () => undefined };
  const player = isSet ? device.open(options, whenExtras) : device.openUnset(options, whenExtras);
  const noted: Extras = Object.fromEntries(
    Object.entries(EXTRAS).map(([name, make]) => [
      name,
      (given: unknown) => {
        made.push(name);
        return make(given);
      },
    ]),
  );
  return { player, made, arrive: () => arrive(noted) };
}

describe('createPlayerWith', () => {
  it('[PAGE-3, P-1, P-3] shows and polls before its extras come, and is whole after', () => {
    const { player, arrive } = setUp();
    player.notePageError('later_script');
    device.advanceS(60);
    expect(device.text).toContain('Riverside School');
    const revision = device.server.publish();
    device.advanceS(60);
    expect(player.status()).toMatchObject({ revision, connection: 'polling', sound: 'unknown' });
    expect(device.reports.pop()).toMatchObject({ revision, lastError: { code: 'later_script' } });

    arrive();
    device.advanceS(10);
    expect(player.status()).toMatchObject({ connection: 'live', sound: 'off' });
  });

  it('[PAGE-3] does nothing with extras that come after its end', () => {
    const { player, made, arrive } = setUp();
    device.advanceS(20);
    player.close();
    arrive();
    device.advanceS(60);
    expect(device.container.childElementCount).toBe(0);
    expect(made).toEqual([]);
    expect(device.asked).toEqual([]);
  });

  it('[BIND-5, UPD-3] tells the page of the code by which a refused screen is paired', () => {
    device = new TestDevice();
    let codes = 0;
    const options = { token: 'another-token', onPaired: () => undefined };
    device.open(
      options,
      (use) => use(EXTRAS),
      () => {
        codes += 1;
      },
    );
    expect(codes).toBe(0);
    device.advanceS(30);
    expect(device.text).toContain('ABC D2345');
    expect(codes).toBeGreaterThan(0);
  });

  it('[PAGE-3, BIND-5] pairs a screen without a token once they are there', () => {
    const { made, arrive } = setUp(false);
    device.advanceS(20);
    expect(made).toEqual([]);
    arrive();
    device.advanceS(10);
    expect(device.text).toContain('ABC D2345');
  });
});
