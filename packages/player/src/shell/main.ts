import {
  createBrowserClock,
  createBrowserRandom,
  createConsoleLogger,
  createDevicePlaces,
  createPlayer,
  createStoredToken,
} from '../index.js';
import { createBrowserShell } from './browser-shell.js';
import { createGuardedReload } from './guarded-reload.js';
import { askToKeepStorage } from './keep-storage.js';
import { LANGUAGES } from './languages.js';
import { reloadNightly } from './nightly-reload.js';
import { watchPainting } from './paint-watchdog.js';
import { provideQueueMicrotask } from './queue-microtask.js';
import { createSafeRestart } from './safe-restart.js';
import { keepScreenAwake } from './screen-awake.js';
import { openScreenPage } from './screen-page.js';
import { activateUpdates } from './shell-update.js';
import { keepShellStored } from './shell-worker.js';
import { createWorkboxWorker } from './workbox-worker.js';

provideQueueMicrotask(window);

const container = document.getElementById('screen');
if (container === null) throw new Error('The page has no #screen.');

const logger = createConsoleLogger();
const clock = createBrowserClock();
const random = createBrowserRandom();
const worker = createWorkboxWorker();
const shell = worker ?? createBrowserShell({ build: document.documentElement.dataset.build });
const reload = createGuardedReload(window, clock);
const places = createDevicePlaces(clock);
const page = openScreenPage({
  container,
  root: document.documentElement,
  page: window,
  storedToken: createStoredToken(clock, places),
  createPlayer: (options) => createPlayer({ ...options, places, languages: LANGUAGES }),
  onPainted: () => void worker?.sayPainted(),
  onReload: () => reload()?.(),
});
let isStored = false;
keepShellStored({
  worker: shell,
  clock,
  random,
  logger,
  onStored() {
    isStored = true;
    page.setShellStored();
  },
});
activateUpdates({ worker: shell, clock, reload, isQuiet: page.isQuiet });
const restart = createSafeRestart({
  reload,
  // Looking for a newer build is asking whether the server answers.
  canRestart: async () => (isStored ? undefined : shell.update()),
});
reloadNightly({ clock, random, restart, isOutOfHours: page.isOutOfHours });
watchPainting({ clock, restart, isPainting: page.isPainting });
const { wakeLock }: { readonly wakeLock?: WakeLock } = navigator;
keepScreenAwake({ page: document, wakeLock, logger });
askToKeepStorage(logger);
document.getElementById('unsupported')?.remove();
