import { PrecacheController, type PrecacheEntry } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { createShellKeeper, shellCacheName } from './shell-keeper.js';
import { isShellAsset, isShellNavigation, SHELL_PATH } from './shell-navigation.js';

declare const self: ServiceWorkerGlobalScope & {
  /** Every file of the shell, put in by the build; the page's revision is the build's id. */
  readonly __WB_MANIFEST: PrecacheEntry[];
};

const manifest: readonly PrecacheEntry[] = self.__WB_MANIFEST;
const build = manifest.find(({ url }) => url === SHELL_PATH)?.revision ?? '';

// All or nothing: an old worker goes on serving its own shell until the new one is complete.
new PrecacheController({ cacheName: shellCacheName(build) }).precache([...manifest]);

const keeper = createShellKeeper({
  build,
  caches: self.caches,
  fetch: (request) => self.fetch(request),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  async reloadPages() {
    const pages = await self.clients.matchAll({ type: 'window' });
    await Promise.all(pages.map((page) => page.navigate(page.url)));
  },
});

registerRoute(
  ({ request, url }) => isShellNavigation(request, url),
  ({ request, event }) => keeper.page(request, (trial) => event.waitUntil(trial)),
);
registerRoute(
  ({ url }) => isShellAsset(url, self.location.origin),
  ({ request }) => keeper.asset(request),
);

self.addEventListener('activate', (event) => {
  // A first visit is served at once.
  event.waitUntil(self.clients.claim());
  // What an even newer build is filling at this moment has to stay.
  if (self.registration.installing === null) event.waitUntil(keeper.prune());
});

self.addEventListener('message', (event) => {
  const message: { readonly type?: unknown; readonly build?: unknown } = event.data;
  // The page says when: at a quiet moment, and it then starts anew by itself (UPD-2).
  if (message.type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
  if (message.type === 'PAINTED') event.waitUntil(keeper.painted(String(message.build)));
});
