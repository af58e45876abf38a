import script from '../../dist/self-test-page/self-test.js?url';
import { EXTRAS } from '../index.js';
import style from '../self-test/self-test.css?url';
import { askToKeepStorage } from './keep-storage.js';
import type { LaterOwner } from './load-later.js';
import { keepScreenAwake } from './screen-awake.js';
import { openSelfTestDoor } from './self-test-door.js';
import { createWorkboxWorker } from './workbox-worker.js';

/** The second script: what the screen does not need for its first picture. */
const page: typeof window & LaterOwner = window;
page.hallboardLater = {
  extras: EXTRAS,
  openSelfTestDoor: () => openSelfTestDoor({ page, script, style }),
  createWorkboxWorker,
  keepDevice(logger, clock) {
    const { wakeLock }: { readonly wakeLock?: WakeLock } = navigator;
    keepScreenAwake({ page: document, wakeLock, logger, clock });
    askToKeepStorage(logger);
  },
};
