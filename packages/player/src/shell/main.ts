import {
  createBrowserClock,
  createBrowserRandom,
  createConsoleLogger,
  createDevicePlaces,
  createPlayer,
  createStoredToken,
} from '../index.js';
import { askToKeepStorage } from './keep-storage.js';
import { provideQueueMicrotask } from './queue-microtask.js';
import { openScreenPage } from './screen-page.js';
import { keepShellStored } from './shell-worker.js';
import { createWorkboxWorker } from './workbox-worker.js';

provideQueueMicrotask(window);

const container = document.getElementById('screen');
if (container === null) throw new Error('The page has no #screen.');

const logger = createConsoleLogger();
const clock = createBrowserClock();
const places = createDevicePlaces(clock);
const page = openScreenPage({
  container,
  root: document.documentElement,
  page: window,
  storedToken: createStoredToken(clock, places),
  createPlayer: (options) => createPlayer({ ...options, places }),
});
keepShellStored({
  worker: createWorkboxWorker(),
  clock,
  random: createBrowserRandom(),
  logger,
  onStored: () => page.setShellStored(),
});
askToKeepStorage(logger);
document.getElementById('unsupported')?.remove();
