import script from '../../dist/self-test-page/self-test.js?url';
import {
  createBrowserClock,
  createBrowserRandom,
  createConsoleLogger,
  createDevicePlaces,
  createPlayer,
  createStoredToken,
} from '../index.js';
import style from '../self-test/self-test.css?url';
import { createBrowserShell } from './browser-shell.js';
import { createGuardedReload } from './guarded-reload.js';
import { askToKeepStorage } from './keep-storage.js';
import { LANGUAGES } from './languages.js';
import { provideQueueMicrotask } from './queue-microtask.js';
import { openScreenPage } from './screen-page.js';
import { createSelfTestDoor } from './self-test-door.js';
import { activateUpdates } from './shell-update.js';
import { keepShellStored } from './shell-worker.js';
import { createWorkboxWorker } from './workbox-worker.js';

provideQueueMicrotask(window);

const container = document.getElementById('screen');
if (container === null) throw new Error('The page has no #screen.');

const logger = createConsoleLogger();
const clock = createBrowserClock();
const worker = createWorkboxWorker();
const shell = worker ?? createBrowserShell({ build: document.documentElement.dataset.build });
const reload = createGuardedReload(window, clock);
const places = createDevicePlaces(clock);
const selfTest = createSelfTestDoor({ page: window, script, style });
const page = openScreenPage({
  container,
  root: document.documentElement,
  page: window,
  storedToken: createStoredToken(clock, places),
  createPlayer: (options) => createPlayer({ ...options, places, languages: LANGUAGES }),
  onPainted: () => void worker?.sayPainted(),
  onScene: (kind) => selfTest.setAlert(kind === 'alert'),
  onReload: () => reload()?.(),
});
keepShellStored({
  worker: shell,
  clock,
  random: createBrowserRandom(),
  logger,
  onStored: () => page.setShellStored(),
});
activateUpdates({ worker: shell, clock, reload, isQuiet: page.isQuiet });
askToKeepStorage(logger);
document.getElementById('unsupported')?.remove();
