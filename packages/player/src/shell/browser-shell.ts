import type { ShellUpdatePort } from './shell-update.js';
import type { ShellWorkerPort } from './shell-worker.js';

const PAGE = '/screen';

export interface BrowserShellOptions {
  /** Of the page that runs. */
  readonly build: string | undefined;
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
}

/**
 * The shell without a worker, on plain http: the browser's own cache keeps all that the page names,
 * and the page looks for newer builds by itself (STORE-8). That cache can be lost at any time, so it
 * promises nothing.
 */
export function createBrowserShell({
  build,
  fetch,
}: BrowserShellOptions): ShellWorkerPort & ShellUpdatePort {
  let isNewer = false;

  async function load(path: string, cache: RequestCache): Promise<string> {
    const response = await fetch(path, { cache });
    if (!response.ok) throw new TypeError(path);
    return response.text();
  }

  /** @throws where it is a captive portal's page, into which nothing may reload (P-1). */
  async function loadPage(cache: RequestCache): Promise<{ html: string; found: string }> {
    const html = await load(PAGE, cache);
    const found = /data-build="(\w+)"/.exec(html)?.[1];
    if (found === undefined) throw new TypeError(PAGE);
    return { html, found };
  }

  return {
    async update() {
      isNewer = false;
      // Past the cache: a captive portal's page must not end up in it.
      const { html, found } = await loadPage('no-store');
      const files = html.match(/\/assets\/[\w.-]+/g) ?? [];
      // Of this build too: what it has not needed yet, and what the cache has lost.
      await Promise.all(files.map((file) => load(file, 'default')));
      isNewer = found !== build;
    },
    stored: async () => false,
    isWaiting: () => isNewer,
    takeOver(done, failed) {
      isNewer = false;
      // Where this fails, the page stays: the next update finds the newer build again.
      loadPage('reload').then(done, failed);
    },
  };
}
