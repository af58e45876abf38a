import { EXTRAS } from '../index.js';
import type { LaterOwner } from './load-later.js';
import { createWorkboxWorker } from './workbox-worker.js';

/** The second script: what the screen does not need for its first picture. */
const page: typeof window & LaterOwner = window;
page.hallboardLater = { extras: EXTRAS, createWorkboxWorker };
