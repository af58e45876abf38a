import type { CommandName } from '@hallboard/shared';
import { pageBuild, pageOrigin } from './adapters/browser-page.js';
import { provideQueueMicrotask } from './adapters/queue-microtask.js';
import { createEarlyCore, describeError } from './core/early-core.js';
import { createBrowserPorts } from './create-browser-ports.js';
import { InvalidOptionError } from './errors.js';
import { keepScene } from './keep-scene.js';
import type { Player } from './player.js';
import { createPlayerEmitter } from './player-events.js';
import { EXTRAS, type PlayerExtras, type WhenExtras } from './player-extras.js';
import { checkServerUrl, isToken, type PlayerOptions } from './player-options.js';
import { type PlayerStatus, statusOf } from './player-status.js';
import { createTeller } from './player-teller.js';
import { present, withPairing } from './present.js';
import { createReporter } from './report-screen.js';
import { isOutOfHours, isQuiet } from './scene/quiet.js';
import { mountSpeakingUi } from './speaking-ui.js';
import { createUnsetPlayer } from './unset-player.js';
import { withFiles } from './with-files.js';

/** Time enough to find the screen in a building. */
const IDENTIFY_MS = 30_000;
/** A page that nobody sees may be given one second a minute. */
const UNPAINTED_MS = 180_000;

/**
 * Shows a screen in a container and keeps it right, whatever becomes of the network.
 * @throws InvalidOptionError
 */
export function createPlayer(options: PlayerOptions): Player {
  return createPlayerWith(options, (use) => use(EXTRAS));
}

/**
 * `createPlayer` for a page that paints before it has loaded everything.
 * @param whenExtras brings what a screen can show and poll without (PAGE-3).
 * @param onCode called whenever a code to pair this device by is painted. @default nobody hears of it
 * @throws InvalidOptionError
 */
export function createPlayerWith(
  options: PlayerOptions,
  whenExtras: WhenExtras,
  onCode: () => void = () => undefined,
): Player {
  const { container, token, onPaired, silent = false } = options;
  // What `querySelector` has not found: a page without types would have a player that paints nowhere.
  if (!container) throw new InvalidOptionError('container', 'must be an element');
  const serverUrl = checkServerUrl(options.serverUrl ?? pageOrigin());
  if (token !== undefined && !isToken(token)) {
    throw new InvalidOptionError('token', 'must be a token as the server gave it');
  }
  provideQueueMicrotask(window);
  const { places, ports: replaced = {}, sharesDevice = false } = options;
  const { ports, forExtras } = createBrowserPorts({
    token: token ?? '',
    serverUrl,
    replaced,
    places,
    sharesDevice,
  });
  const ui = mountSpeakingUi(container, { ...ports, languages: options.languages });
  if (token === undefined) {
    return createUnsetPlayer({ ui, ports, forExtras, serverUrl, onPaired, whenExtras, onCode });
  }

  const logFailure = (name: string, error: unknown): void =>
    ports.logger.log({ level: 'error', name, details: { error: describeError(error) } });
  const emitter = createPlayerEmitter((error) => logFailure('listener.failed', error));
  const tell = createTeller(emitter.emit);
  const core = createEarlyCore({ ports, token, config: { rings: !silent } });
  const scene = keepScene();
  const reporter = createReporter({ ...ports, token, build: pageBuild() });
  let extras: PlayerExtras | undefined;
  let isShellStored = false;
  let identifyUntilMs = 0;
  let paintedAtMs = ports.clock.monotonicMs();
  let isClosed = false;

  const status = (): PlayerStatus =>
    statusOf(core.state(), isShellStored, silent ? 'off' : (extras?.sound() ?? 'unknown'));

  function onCommand(name: CommandName): void {
    if (name === 'identify') identifyUntilMs = ports.clock.monotonicMs() + IDENTIFY_MS;
    emitter.emit('command', { name });
  }

  function paint(): void {
    if (isClosed) return;
    const state = core.state();
    extras?.follow(core.trueNowMs());
    const isIdentified = ports.clock.monotonicMs() < identifyUntilMs;
    const presented = present(state, core.trueNowMs(), scene, isIdentified);
    const paired = withPairing(presented, extras?.waiting(), serverUrl);
    const view = withFiles(paired, (hash) => extras?.url(hash));
    try {
      ui.render(view);
    } catch (error) {
      // What is on the screen stays there, and the next second tries again (P-1).
      logFailure('paint.failed', error);
      return;
    }
    paintedAtMs = ports.clock.monotonicMs();
    if (view.pairing !== undefined) onCode();
    const scenePainted = view.kind === 'content' ? view.scene : undefined;
    const painted = { state, status: status(), scene: scenePainted };
    tell(painted);
    // Whoever was told may have closed it.
    if (isClosed) return;
    reporter.painted(painted, core.trueNowMs());
    extras?.painted();
  }

  core.subscribe(paint);
  whenExtras(({ createPlayerExtras }) => {
    if (isClosed) return;
    const given = { core, ports, forExtras, silent, onPaired, onCommand };
    extras = createPlayerExtras({ ...given, onError: reporter.noteError, onChange: paint });
    paint();
  });
  paint();
  core.start();
  return {
    on: emitter.on,
    status,
    refresh: core.refresh,
    setShellStored(isStored) {
      isShellStored = isStored;
      paint();
    },
    notePageError: reporter.noteError,
    isQuiet() {
      const { shown } = core.state();
      if (shown.kind === 'empty') return true;
      return isQuiet(shown.snapshot, shown.generation.screen, core.trueNowMs());
    },
    isOutOfHours() {
      const { shown } = core.state();
      if (shown.kind === 'empty') return false;
      return isOutOfHours(shown.snapshot, shown.generation.screen, core.trueNowMs());
    },
    isPainting: () => ports.clock.monotonicMs() - paintedAtMs < UNPAINTED_MS,
    close() {
      if (isClosed) return;
      isClosed = true;
      core.close();
      reporter.stop();
      extras?.close();
      emitter.clear();
      ui.close();
    },
  };
}
