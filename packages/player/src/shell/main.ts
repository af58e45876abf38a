import {
  type Cancel,
  createBrowserClock,
  createBrowserRandom,
  createConsoleLogger,
  createDevicePlaces,
  createPlayerWith,
  createStoredToken,
  type Extras,
} from '../index.js';
import { createBrowserShell } from './browser-shell.js';
import { createFetchWithin } from './fetch-within.js';
import { createGuardedReload } from './guarded-reload.js';
import { LANGUAGES } from './languages.js';
import { createLaterElement } from './later-element.js';
import { loadLater } from './load-later.js';
import { reloadNightly } from './nightly-reload.js';
import { watchPainting } from './paint-watchdog.js';
import { createSafeRestart } from './safe-restart.js';
import { openScreenPage } from './screen-page.js';
import type { SelfTestDoor } from './self-test-door.js';
import { activateUpdates, type ShellUpdatePort } from './shell-update.js';
import { keepShellStored, type ShellWorkerPort } from './shell-worker.js';
import type { WorkboxWorker } from './workbox-worker.js';

type Shell = ShellWorkerPort & ShellUpdatePort;

const container = document.getElementById('screen');
if (container === null) throw new Error('The page has no #screen.');

const logger = createConsoleLogger();
const clock = createBrowserClock();
const random = createBrowserRandom();
const reload = createGuardedReload(window, clock);
const places = createDevicePlaces(clock);
const fetch = createFetchWithin(clock);

let haveExtras: (extras: Extras) => void;
const whenExtras = new Promise<Extras>((resolve) => {
  haveExtras = resolve;
});
let worker: WorkboxWorker | undefined;
let selfTest: SelfTestDoor | undefined;
let isAlert = false;
let isPainted = false;
let shell: Shell | undefined;
let isStored = false;
let stopKeeping: Cancel | undefined;

const page = openScreenPage({
  container,
  root: document.documentElement,
  page: window,
  storedToken: createStoredToken(clock, places),
  createPlayer: (options) =>
    createPlayerWith(
      { ...options, places, languages: LANGUAGES },
      (use) => {
        whenExtras.then(use).catch(tellLaterFailed);
      },
      onPainted,
    ),
  onPainted,
  onScene(kind) {
    isAlert = kind === 'alert';
    selfTest?.setAlert(isAlert);
  },
  onReload: () => reload()?.(),
});

/** A scene, or a code where there is none to paint: this build needs no other (UPD-3). */
function onPainted(): void {
  if (!isPainted) void worker?.sayPainted();
  isPainted = true;
}

/** The screen shows and polls nevertheless (PAGE-3). */
function tellLaterFailed(): void {
  logger.log({ level: 'warn', name: 'shell.later-failed' });
  page.noteError('later_script');
}

/** Keeps the shell on the device and up to date, by one way at a time. */
function keepShell(by: Shell): void {
  shell = by;
  stopKeeping?.();
  const stops = [
    keepShellStored({
      worker: by,
      clock,
      random,
      logger,
      onStored() {
        isStored = true;
        page.setShellStored();
      },
    }),
    activateUpdates({ worker: by, clock, reload, isQuiet: page.isQuiet }),
  ];
  stopKeeping = () => {
    for (const stop of stops) stop();
  };
}

function keepByBrowser(): void {
  keepShell(createBrowserShell({ build: document.documentElement.dataset.build, fetch }));
}

loadLater({
  clock,
  random,
  load: createLaterElement(document, window, fetch),
  onLoaded(later) {
    haveExtras(later.extras);
    worker = later.createWorkboxWorker();
    if (worker === undefined) keepByBrowser();
    else keepShell(worker);
    if (isPainted) void worker?.sayPainted();
    later.keepDevice(logger, clock);
    selfTest = later.openSelfTestDoor();
    selfTest.setAlert(isAlert);
  },
  onFailed() {
    tellLaterFailed();
    // A server of another build may have this one's script no more: the page then needs to move on.
    if (stopKeeping === undefined) keepByBrowser();
  },
});
const restart = createSafeRestart({
  reload,
  async canRestart() {
    if (shell === undefined) throw new Error('nothing could start the page again');
    // Looked at again, since a browser may drop all that it has stored.
    if (isStored && (await shell.stored())) return;
    // Looking for a newer build is asking whether the server answers.
    await shell.update();
  },
});
reloadNightly({ clock, random, restart, isOutOfHours: page.isOutOfHours });
watchPainting({ clock, restart, isPainting: page.isPainting });
// Where the notice for old browsers is shown, it stays.
document.querySelector('#unsupported:not(.is-shown)')?.remove();
