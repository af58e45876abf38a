/**
 * A service worker that takes the shell's place, removes it and itself, and lets every page start
 * anew from the server (UPD-3). The copies of the snapshot in Cache Storage stay (STORE-7). A page
 * that registers it again is left in peace: it controls no page then.
 */
export const SELF_REMOVING_WORKER = `
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(remove()));
async function remove() {
  const names = await caches.keys();
  const shells = names.filter((name) => name.startsWith('hallboard-shell'));
  await Promise.all(shells.map((name) => caches.delete(name)));
  await self.registration.unregister();
  const pages = await self.clients.matchAll({ type: 'window' });
  await Promise.all(pages.map((page) => page.navigate(page.url)));
}
`.trimStart();
