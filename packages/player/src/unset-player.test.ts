// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { createBrowserPorts } from './create-browser-ports.js';
import type { Player } from './player.js';
import { EXTRAS } from './player-extras.js';
import type { PairingOutcome } from './ports/pairing-source.js';
import type { PlayerView } from './scene/view.js';
import { ManualClock, RecordingLogger, seededRandom } from './testing/index.js';
import { createUnsetPlayer } from './unset-player.js';

const SERVER = 'https://board.test';

interface SetUp {
  readonly isPaired?: boolean;
  readonly onPaired?: (token: string, player: Player) => void;
}

/** @param answer of the server; `undefined` where it is away. */
function setUp(
  answer: PairingOutcome | undefined,
  { isPaired = true, onPaired = () => undefined }: SetUp = {},
) {
  const clock = new ManualClock();
  const views: PlayerView[] = [];
  let codes = 0;
  const player = createUnsetPlayer({
    ...createBrowserPorts({
      token: '',
      serverUrl: SERVER,
      places: undefined,
      sharesDevice: false,
      replaced: {
        clock,
        random: seededRandom(1),
        logger: new RecordingLogger(),
        pairing: {
          request(_kind, _secret, done) {
            if (answer === undefined) return () => undefined;
            return clock.setTimer(0, () => done(answer));
          },
        },
      },
    }),
    ui: { render: (view) => views.push(view), repaint: () => undefined, close: () => undefined },
    serverUrl: SERVER,
    onPaired: isPaired ? (token) => onPaired(token, player) : undefined,
    whenExtras: (use) => use(EXTRAS),
    onCode: () => {
      codes += 1;
    },
  });
  const reason = () => {
    const view = views[views.length - 1];
    return view?.kind === 'empty' ? view.reason : undefined;
  };
  return { player, clock, views, reason, codes: () => codes };
}

it('[BIND-5] waits for the network while there is no code, and sends nobody to an address', () => {
  const { clock, reason } = setUp(undefined);
  expect(reason()).toBe('starting');
  clock.timeline.advance(15_000);
  expect(reason()).toBe('no-contact');
});

it('[BIND-5, UPD-3] shows its code once it has one, and tells the page', () => {
  const { clock, views, reason, codes } = setUp({ kind: 'waiting', code: 'K7QR3M' });
  expect(codes()).toBe(0);
  clock.timeline.advance(1_000);
  expect(codes()).toBeGreaterThan(0);
  expect(reason()).toBe('no-token');
  expect(views[views.length - 1]).toMatchObject({ pairing: { code: 'K7QR3M' } });
});

it('needs an address where it may not be paired', () => {
  const { clock, reason } = setUp(undefined, { isPaired: false });
  clock.timeline.advance(15_000);
  expect(reason()).toBe('no-token');
});

it('paints no more once it is closed', () => {
  const { player, clock, views } = setUp(undefined);
  player.close();
  const painted = views.length;
  clock.timeline.advance(60_000);
  expect(views).toHaveLength(painted);
});

it('[BIND-5] leaves the container to the player that is opened with the new token', () => {
  let painted = 0;
  const { clock, views } = setUp(
    { kind: 'approved', token: 'a-token' },
    {
      onPaired(_token, player) {
        player.close();
        painted = views.length;
      },
    },
  );
  clock.timeline.advance(5_000);
  expect(painted).toBeGreaterThan(0);
  expect(views).toHaveLength(painted);
});
