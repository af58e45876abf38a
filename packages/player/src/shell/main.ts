import script from '../../dist/self-test-page/self-test.js?url';
import {
  type Cancel,
  type CreateExtraPorts,
  createBrowserClock,
  createBrowserRandom,
  createConsoleLogger,
  createDevicePlaces,
  createLatePorts,
  createPlayerWith,
  createStoredToken,
} from '../index.js';
import style from '../self-test/self-test.css?url';
import { createBrowserShell } from './browser-shell.js';
import { createGuardedReload } from './guarded-reload.js';
import { askToKeepStorage } from './keep-storage.js';
import { LANGUAGES } from './languages.js';
import { createLaterElement } from './later-element.js';
import { loadLater } from './load-later.js';
import { openScreenPage } from './screen-page.js';
import { createSelfTestDoor } from './self-test-door.js';
import { activateUpdates, type ShellUpdatePort } from './shell-update.js';
import { keepShellStored, type ShellWorkerPort } from './shell-worker.js';
import type { WorkboxWorker } from './workbox-worker.js';

const container = document.getElementById('screen');
if (container === null) throw new Error('The page has no #screen.');

const logger = createConsoleLogger();
const clock = createBrowserClock();
const random = createBrowserRandom();
const reload = createGuardedReload(window, clock);
const places = createDevicePlaces(clock);
const selfTest = createSelfTestDoor({ page: window, script, style });

let haveExtras: (create: CreateExtraPorts) => void;
const extras = new Promise<CreateExtraPorts>((resolve) => {
  haveExtras = resolve;
});
let worker: WorkboxWorker | undefined;
let isPainted = false;
let stopKeeping: Cancel | undefined;

const page = openScreenPage({
  container,
  root: document.documentElement,
  page: window,
  storedToken: createStoredToken(clock, places),
  createPlayer: (options) =>
    createPlayerWith({ ...options, places, languages: LANGUAGES }, createLatePorts(extras)),
  onPainted() {
    isPainted = true;
    void worker?.sayPainted();
  },
  onScene: (kind) => selfTest.setAlert(kind === 'alert'),
  onReload: () => reload()?.(),
});

/** Keeps the shell on the device and up to date, by one way at a time. */
function keepShell(shell: ShellWorkerPort & ShellUpdatePort): void {
  stopKeeping?.();
  const stops = [
    keepShellStored({
      worker: shell,
      clock,
      random,
      logger,
      onStored: () => page.setShellStored(),
    }),
    activateUpdates({ worker: shell, clock, reload, isQuiet: page.isQuiet }),
  ];
  stopKeeping = () => {
    for (const stop of stops) stop();
  };
}

function keepByBrowser(): void {
  keepShell(createBrowserShell({ build: document.documentElement.dataset.build }));
}

loadLater({
  clock,
  random,
  load: createLaterElement(document, window),
  onLoaded(later) {
    haveExtras(later.createExtraPorts);
    worker = later.createWorkboxWorker();
    if (worker === undefined) keepByBrowser();
    else keepShell(worker);
    if (isPainted) void worker?.sayPainted();
  },
  onFailed() {
    logger.log({ level: 'warn', name: 'shell.later-failed' });
    page.noteError('later_script');
    // A server of another build may have this one's script no more: the page then needs to move on.
    if (stopKeeping === undefined) keepByBrowser();
  },
});
askToKeepStorage(logger);
// Where the notice for old browsers is shown, it stays.
document.querySelector('#unsupported:not(.is-shown)')?.remove();
