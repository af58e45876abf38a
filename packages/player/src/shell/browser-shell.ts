import type { ShellUpdatePort } from './shell-update.js';
import type { ShellWorkerPort } from './shell-worker.js';

const PAGE = '/screen';

export interface BrowserShellOptions {
  /** Of the page that runs. */
  readonly build: string | undefined;
  /** @default the page's own */
  readonly fetch?: (path: string, init: RequestInit) => Promise<Response>;
}

/**
 * The shell without a worker, on plain http: the browser's own cache keeps all that the page names,
 * and the page looks for newer builds by itself (STORE-8). That cache can be lost at any time, so it
 * promises nothing.
 */
export function createBrowserShell({
  build,
  fetch = (path, init) => window.fetch(path, init),
}: BrowserShellOptions): ShellWorkerPort & ShellUpdatePort {
  let isNewer = false;

  async function load(path: string, cache: RequestCache): Promise<string> {
    const response = await fetch(path, { cache });
    if (!response.ok) throw new TypeError(path);
    return response.text();
  }

  return {
    async update() {
      // Past the cache: a captive portal's page must not end up in it.
      const html = await load(PAGE, 'no-store');
      const found = /data-build="(\w+)"/.exec(html)?.[1];
      const files = html.match(/\/assets\/[\w.-]+/g) ?? [];
      isNewer = false;
      if (found === undefined) return;
      // Of this build too: what it has not needed yet, and what the cache has lost.
      await Promise.all(files.map((file) => load(file, 'default')));
      isNewer = found !== build;
    },
    stored: async () => false,
    isWaiting: () => isNewer,
    takeOver(done) {
      isNewer = false;
      // Where this fails, the page stays: the next look finds the newer build again.
      load(PAGE, 'reload').then(done, () => undefined);
    },
  };
}
