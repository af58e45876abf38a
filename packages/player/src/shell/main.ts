import {
  createBrowserClock,
  createBrowserRandom,
  createConsoleLogger,
  createPlayer,
} from '../index.js';
import { createGuardedReload } from './guarded-reload.js';
import { askToKeepStorage } from './keep-storage.js';
import { provideQueueMicrotask } from './queue-microtask.js';
import { openScreenPage } from './screen-page.js';
import { activateUpdates } from './shell-update.js';
import { keepShellStored } from './shell-worker.js';
import { createStoredToken } from './stored-token.js';
import { createWorkboxWorker } from './workbox-worker.js';

provideQueueMicrotask(window);

const container = document.getElementById('screen');
if (container === null) throw new Error('The page has no #screen.');

const logger = createConsoleLogger();
const clock = createBrowserClock();
const worker = createWorkboxWorker();
const reload = createGuardedReload(window, clock);
const page = openScreenPage({
  container,
  root: document.documentElement,
  page: window,
  storedToken: createStoredToken(logger),
  createPlayer,
  onPainted: () => void worker?.sayPainted(),
  onReload: () => reload()?.(),
});
keepShellStored({
  worker,
  clock,
  random: createBrowserRandom(),
  logger,
  onStored: () => page.setShellStored(),
});
if (worker !== undefined) activateUpdates({ worker, clock, reload, isQuiet: page.isQuiet });
askToKeepStorage(logger);
document.getElementById('unsupported')?.remove();
