/** What the types promise a page; it is compiled, and never run. */
import {
  createPlayer,
  type Degradation,
  InvalidOptionError,
  type Player,
  type PlayerOptions,
} from '@hallboard/player';
import { HallboardScreen } from '@hallboard/player/element';
import { FakeLink, FakeServer, ManualClock } from '@hallboard/player/testing';
import '@hallboard/player/hallboard.css';

const options: PlayerOptions = { container: document.body, token: 'abc', silent: true };
const player: Player = createPlayer(options);
const stop: () => void = player.on('revision', ({ revision }) => revision.toUpperCase());
const degradations: readonly Degradation[] = player.status().degradations;

// @ts-expect-error a container is needed.
createPlayer({ token: 'abc' });
// @ts-expect-error there is no such event.
player.on('painted', () => undefined);
// @ts-expect-error nobody but the player says what is shown.
player.status().revision = 'x';

const screen: HallboardScreen = document.createElement('hallboard-screen');
const found: HallboardScreen | null = document.querySelector('hallboard-screen');
screen.addEventListener('ready', ({ detail }) => detail.revision.toUpperCase());
screen.addEventListener('error', ({ detail: { error } }) => {
  const option: string = error instanceof InvalidOptionError ? error.option : error.message;
  return option;
});
screen.addEventListener('click', (event) => event.preventDefault());
// @ts-expect-error a scene has no revision.
screen.addEventListener('scenechange', ({ detail }) => detail.revision);
const running: Player | undefined = screen.player;
const isOne: boolean = found instanceof HallboardScreen;

const clock = new ManualClock();
const link = new FakeLink({ server: new FakeServer({ timeline: clock.timeline }), clock });
screen.options = { ports: { clock, source: link.source } };

export { degradations, isOne, running, stop };
