import type { Later, LaterOwner } from './load-later.js';

/**
 * Runs the second script that the page names, by its address and its hash: so it is of the page's own
 * build, or it does not run (UPD-2).
 * @param fetch of the page.
 */
export function createLaterElement(
  document: Document,
  page: LaterOwner & object,
  fetch: (url: string, init: RequestInit) => Promise<unknown>,
): (isRetry: boolean) => Promise<Later> {
  return async (isRetry) => {
    const { later: url = '', laterIntegrity: integrity = '' } = document.documentElement.dataset;
    // The browser may have kept what a captive portal answered in the script's place.
    if (isRetry) await fetch(url, { cache: 'reload' }).catch(() => undefined);
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
