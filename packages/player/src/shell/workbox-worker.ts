import { Workbox } from 'workbox-window';
import type { ShellUpdatePort } from './shell-update.js';
import type { ShellWorkerPort } from './shell-worker.js';

const SCRIPT = '/sw.js';
const SCOPE = '/screen';

export interface WorkboxWorker extends ShellWorkerPort, ShellUpdatePort {
  /** Says that this page's build paints, so that it needs no other to fall back to (UPD-3). */
  sayPainted(): Promise<void>;
}

/** The page's worker through workbox; `undefined` where there are none. */
export function createWorkboxWorker(): WorkboxWorker | undefined {
  if (!window.isSecureContext || !('serviceWorker' in navigator)) return undefined;
  const workbox = new Workbox(SCRIPT, { scope: SCOPE, updateViaCache: 'none' });
  let registration: ServiceWorkerRegistration | undefined;
  return {
    async update() {
      const { active, waiting, installing } = registration ?? {};
      if (active ?? waiting ?? installing) await workbox.update();
      // Anew, too, where a file of the first shell was missing: the browser has then forgotten it.
      // Waits for the page to have loaded, so that the first picture comes first.
      else registration = await workbox.register();
    },
    async stored() {
      // An engine may have the property and yet never fetch the worker: this then never resolves.
      await navigator.serviceWorker.ready;
      return (await caches.match(SCOPE, { ignoreSearch: true })) !== undefined;
    },
    isWaiting: () => Boolean(registration?.waiting),
    takeOver(done) {
      navigator.serviceWorker.addEventListener('controllerchange', done, { once: true });
      workbox.messageSkipWaiting();
    },
    async sayPainted() {
      const { active } = await navigator.serviceWorker.ready;
      active?.postMessage({ type: 'PAINTED', build: document.documentElement.dataset.build });
    },
  };
}
