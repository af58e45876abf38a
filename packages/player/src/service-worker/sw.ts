import {
  addRoute,
  createHandlerBoundToURL,
  type PrecacheEntry,
  precache,
} from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { isShellNavigation, SHELL_PATH } from './shell-navigation.js';

declare const self: ServiceWorkerGlobalScope & {
  /** Every file of the shell, put in by the build. */
  readonly __WB_MANIFEST: PrecacheEntry[];
};

// All or nothing: an old worker goes on serving its own shell until the new one is complete.
precache(self.__WB_MANIFEST);
registerRoute(
  ({ request, url }) => isShellNavigation(request, url),
  createHandlerBoundToURL(SHELL_PATH),
);
addRoute({ cleanURLs: false, directoryIndex: '' });

// A first visit is served at once. An update finds no page to claim: it waits until all are closed,
// since there is no `skipWaiting` (UPD-2).
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
