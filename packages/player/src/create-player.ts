import { pageLanguage, pageOrigin } from './adapters/browser-page.js';
import { createPlayerCore } from './core/player-core.js';
import { createBrowserPorts } from './create-browser-ports.js';
import { InvalidOptionError } from './errors.js';
import { keepScene } from './keep-scene.js';
import { createPairDevice } from './pair-device.js';
import type { Player } from './player.js';
import { createPlayerEmitter } from './player-events.js';
import { checkServerUrl, isToken, type PlayerOptions } from './player-options.js';
import { type PlayerStatus, statusOf } from './player-status.js';
import { createTeller } from './player-teller.js';
import type { LogEntry } from './ports/logger.js';
import { present, withPairing } from './present.js';
import { mountUi } from './ui/mount-ui.js';
import { createUnsetPlayer } from './unset-player.js';

/**
 * Shows a screen in a container and keeps it right, whatever becomes of the network.
 * @throws InvalidOptionError
 */
export function createPlayer(options: PlayerOptions): Player {
  const { container, token, onPaired } = options;
  const serverUrl = checkServerUrl(options.serverUrl ?? pageOrigin());
  if (token !== undefined && !isToken(token)) {
    throw new InvalidOptionError('token', 'must be a token as the server gave it');
  }
  const ui = mountUi(container, { locale: pageLanguage() });
  const { places, ports: replaced = {} } = options;
  const ports = createBrowserPorts({ token: token ?? '', serverUrl, replaced, places });
  if (token === undefined) return createUnsetPlayer({ ui, ports, serverUrl, onPaired });

  const logFailure = (name: string, error: unknown): void => ports.logger.log(failure(name, error));
  const emitter = createPlayerEmitter((error) => logFailure('listener.failed', error));
  const tell = createTeller(emitter.emit);
  const core = createPlayerCore({ ports, token });
  const scene = keepScene();
  const pairing =
    onPaired && createPairDevice({ ...ports, onChange: () => paint(), onToken: onPaired });
  let isShellStored = false;
  let isClosed = false;

  const status = (): PlayerStatus => statusOf(core.state(), isShellStored);

  function paint(): void {
    if (isClosed) return;
    const state = core.state();
    const { contact } = state;
    const isRefused = contact.kind === 'failing' && contact.rejection !== undefined;
    if (!isRefused) pairing?.stop();
    const view = withPairing(present(state, core.trueNowMs(), scene), pairing?.code(), serverUrl);
    try {
      ui.render(view);
    } catch (error) {
      // What is on the screen stays there, and the next second tries again (P-1).
      logFailure('paint.failed', error);
      return;
    }
    if (isRefused) pairing?.start();
    tell({ state, status: status(), scene: view.kind === 'content' ? view.scene : undefined });
  }

  core.subscribe(paint);
  paint();
  core.start();
  return {
    on: emitter.on,
    status,
    setShellStored(isStored) {
      isShellStored = isStored;
      paint();
    },
    close() {
      if (isClosed) return;
      isClosed = true;
      core.close();
      pairing?.stop();
      emitter.clear();
      ui.close();
    },
  };
}

function failure(name: string, error: unknown): LogEntry {
  const detail = error instanceof Error ? error.message : String(error);
  return { level: 'error', name, details: { error: detail } };
}
