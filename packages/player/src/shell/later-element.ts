import type { Later, LaterOwner } from './load-later.js';

/**
 * Runs the second script that the page names, by its address and its hash: so it is of the page's own
 * build, or it does not run (UPD-2).
 * @param load past the browser's cache. @default the page's `fetch`
 */
export function createLaterElement(
  document: Document,
  page: LaterOwner & object,
  load: (url: string) => Promise<unknown> = (url) => window.fetch(url, { cache: 'reload' }),
): (isRetry: boolean) => Promise<Later> {
  return async (isRetry) => {
    const { later: url = '', laterIntegrity: integrity = '' } = document.documentElement.dataset;
    // The browser may have kept what a captive portal answered in the script's place.
    if (isRetry) await load(url).catch(() => undefined);
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      const end = (): void => {
        script.remove();
        const { hallboardLater } = page;
        if (hallboardLater === undefined) reject(new TypeError(url));
        else resolve(hallboardLater);
      };
      script.onload = end;
      script.onerror = end;
      script.integrity = integrity;
      script.src = url;
      document.head.appendChild(script);
    });
  };
}
