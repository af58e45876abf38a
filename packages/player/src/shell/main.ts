import {
  createBrowserClock,
  createBrowserRandom,
  createConsoleLogger,
  createPlayer,
} from '../index.js';
import { askToKeepStorage } from './keep-storage.js';
import { provideQueueMicrotask } from './queue-microtask.js';
import { openScreenPage } from './screen-page.js';
import { keepShellStored } from './shell-worker.js';
import { createStoredToken } from './stored-token.js';
import { createWorkboxWorker } from './workbox-worker.js';

provideQueueMicrotask(window);

const container = document.getElementById('screen');
if (container === null) throw new Error('The page has no #screen.');

const logger = createConsoleLogger();
const page = openScreenPage({
  container,
  root: document.documentElement,
  page: window,
  storedToken: createStoredToken(logger),
  createPlayer,
});
keepShellStored({
  worker: createWorkboxWorker(),
  clock: createBrowserClock(),
  random: createBrowserRandom(),
  logger,
  onStored: () => page.setShellStored(),
});
askToKeepStorage(logger);
document.getElementById('unsupported')?.remove();
