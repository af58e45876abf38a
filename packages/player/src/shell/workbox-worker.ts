import { Workbox } from 'workbox-window';
import type { ShellWorkerPort } from './shell-worker.js';

const SCRIPT = '/sw.js';
const SCOPE = '/screen';

/** The page's worker through workbox; `undefined` where there are none. */
export function createWorkboxWorker(): ShellWorkerPort | undefined {
  if (!window.isSecureContext || !('serviceWorker' in navigator)) return undefined;
  const workbox = new Workbox(SCRIPT, { scope: SCOPE, updateViaCache: 'none' });
  let isRegistered = false;
  return {
    async update() {
      if (isRegistered) {
        await workbox.update();
      } else {
        // Waits for the page to have loaded, so that the first picture comes first.
        await workbox.register();
        isRegistered = true;
      }
    },
    async stored() {
      // An engine may have the property and yet never fetch the worker: this then never resolves.
      await navigator.serviceWorker.ready;
      return (await caches.match(SCOPE, { ignoreSearch: true })) !== undefined;
    },
  };
}
