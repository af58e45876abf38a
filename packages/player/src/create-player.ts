import type { CommandName } from '@hallboard/shared';
import { pageBuild, pageOrigin } from './adapters/browser-page.js';
import { provideQueueMicrotask } from './adapters/queue-microtask.js';
import { createPlayerCore } from './core/player-core.js';
import { createBrowserPorts } from './create-browser-ports.js';
import { InvalidOptionError } from './errors.js';
import { type CreateExtraPorts, createExtraPorts } from './extra-ports.js';
import { keepScene } from './keep-scene.js';
import { keepSound } from './keep-sound.js';
import { createPairDevice } from './pair-device.js';
import type { Player } from './player.js';
import { createPlayerEmitter } from './player-events.js';
import { checkServerUrl, isToken, type PlayerOptions } from './player-options.js';
import { type PlayerStatus, statusOf } from './player-status.js';
import { createTeller } from './player-teller.js';
import type { LogEntry } from './ports/logger.js';
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
  return createPlayerWith(options, createExtraPorts);
}

/**
 * `createPlayer` for a page that paints before it has loaded everything.
 * @param createExtras how it comes by what a screen can paint and poll without: `createLatePorts`.
 * @throws InvalidOptionError
 */
export function createPlayerWith(options: PlayerOptions, createExtras: CreateExtraPorts): Player {
  const { container, token, onPaired, silent = false } = options;
  const serverUrl = checkServerUrl(options.serverUrl ?? pageOrigin());
  if (token !== undefined && !isToken(token)) {
    throw new InvalidOptionError('token', 'must be a token as the server gave it');
  }
  provideQueueMicrotask(window);
  const { places, ports: replaced = {}, sharesDevice = false } = options;
  const ports = createBrowserPorts({
    token: token ?? '',
    serverUrl,
    replaced,
    places,
    sharesDevice,
    createExtraPorts: createExtras,
  });
  const ui = mountSpeakingUi(container, { ...ports, languages: options.languages });
  if (token === undefined) return createUnsetPlayer({ ui, ports, serverUrl, onPaired });

  const logFailure = (name: string, error: unknown): void => ports.logger.log(failure(name, error));
  const emitter = createPlayerEmitter((error) => logFailure('listener.failed', error));
  const tell = createTeller(emitter.emit);
  const sound = keepSound(ports.speaker, {
    onChange() {
      core.noteHeard(sound.status() !== 'muted');
      paint();
    },
    onSubstitute: () => reporter.noteError('bell_sound'),
  });
  const config = { rings: !silent };
  const core = createPlayerCore({ ports, token, config, onCommand, onRing: sound.play });
  const scene = keepScene();
  const reporter = createReporter({ ...ports, token, build: pageBuild() });
  const pairing =
    onPaired && createPairDevice({ ...ports, onChange: () => paint(), onToken: onPaired });
  let isShellStored = false;
  let identifyUntilMs = 0;
  let paintedAtMs = ports.clock.monotonicMs();
  let isClosed = false;

  const status = (): PlayerStatus =>
    statusOf(core.state(), isShellStored, silent ? 'off' : sound.status());

  function onCommand(name: CommandName): void {
    if (name === 'identify') identifyUntilMs = ports.clock.monotonicMs() + IDENTIFY_MS;
    emitter.emit('command', { name });
  }

  function paint(): void {
    if (isClosed) return;
    const state = core.state();
    const { contact } = state;
    if (!silent) sound.follow(state, core.trueNowMs());
    const isRefused = contact.kind === 'failing' && contact.rejection !== undefined;
    if (!isRefused) pairing?.stop();
    const isIdentified = ports.clock.monotonicMs() < identifyUntilMs;
    const presented = present(state, core.trueNowMs(), scene, isIdentified);
    const paired = withPairing(presented, pairing?.waiting(), serverUrl);
    const view = withFiles(paired, ports.mediaStore.url);
    try {
      ui.render(view);
    } catch (error) {
      // What is on the screen stays there, and the next second tries again (P-1).
      logFailure('paint.failed', error);
      return;
    }
    paintedAtMs = ports.clock.monotonicMs();
    if (isRefused) pairing?.start();
    const scenePainted = view.kind === 'content' ? view.scene : undefined;
    const painted = { state, status: status(), scene: scenePainted };
    tell(painted);
    reporter.painted(painted, core.trueNowMs());
  }

  core.subscribe(paint);
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
      pairing?.stop();
      reporter.stop();
      sound.close();
      emitter.clear();
      ui.close();
    },
  };
}

function failure(name: string, error: unknown): LogEntry {
  const detail = error instanceof Error ? error.message : String(error);
  return { level: 'error', name, details: { error: detail } };
}
