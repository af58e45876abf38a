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
import { BUNDLED_LANGUAGES } from './bundled-languages.js';
import { createGuardedReload } from './guarded-reload.js';
import { askToKeepStorage } from './keep-storage.js';
import { reloadNightly } from './nightly-reload.js';
import { watchPainting } from './paint-watchdog.js';
import { createSafeRestart } from './safe-restart.js';
import { keepScreenAwake } from './screen-awake.js';
import { openScreenPage } from './screen-page.js';
import { openSelfTestDoor } from './self-test-door.js';

/**
 * The page inside of a TV's app, which is opened as a file: the whole shell is on the device from the
 * start, without a worker, and a newer one comes with a newer package (P-1).
 */
const container = document.getElementById('screen');
if (container === null) throw new Error('The page has no #screen.');
/** As `npm run package:tv` has written it. */
const { server: serverUrl = '' } = document.documentElement.dataset;

const logger = createConsoleLogger();
const clock = createBrowserClock();
const random = createBrowserRandom();
const reload = createGuardedReload(window, clock);
const places = createDevicePlaces(clock);
const selfTest = openSelfTestDoor({ page: window, script, style });

const page = openScreenPage({
  container,
  root: document.documentElement,
  page: window,
  storedToken: createStoredToken(clock, places),
  createPlayer: (options) =>
    createPlayer({ ...options, serverUrl, places, languages: BUNDLED_LANGUAGES }),
  onScene: (kind) => selfTest.setAlert(kind === 'alert'),
  onReload: () => reload()?.(),
});
page.setShellStored();
// The app's own files always come back.
const restart = createSafeRestart({ reload, canRestart: () => Promise.resolve() });
reloadNightly({ clock, random, restart, isOutOfHours: page.isOutOfHours });
watchPainting({ clock, restart, isPainting: page.isPainting });
const { wakeLock }: { readonly wakeLock?: WakeLock } = navigator;
keepScreenAwake({ page: document, wakeLock, logger, clock });
askToKeepStorage(logger);
// Where the notice for old browsers is shown, it stays.
document.querySelector('#unsupported:not(.is-shown)')?.remove();
