import type { Clock } from '../ports/clock.js';
import type { Connectivity } from '../ports/connectivity.js';

/** Where hints come from: the page's `window` and `document`. */
export interface HintSources {
  readonly window: Pick<Window, 'addEventListener' | 'removeEventListener'>;
  readonly document: Pick<Document, 'addEventListener' | 'removeEventListener' | 'visibilityState'>;
}

/** One wake fires several events together; they are one hint. */
const WAKE_APART_MS = 1000;

/** A window that another one had in front of it for less was not away: somebody clicked about. */
const AWAY_MS = 30_000;

/** Tells of the network's return and of the page's waking (POLL-6). */
export function createBrowserConnectivity(
  clock: Clock,
  sources: HintSources = { window, document },
): Connectivity {
  return {
    subscribe(listener) {
      const page = sources.window;
      let lastWakeMs = -Infinity;
      const wake = (): void => {
        const nowMs = clock.monotonicMs();
        if (nowMs - lastWakeMs < WAKE_APART_MS) return;
        lastWakeMs = nowMs;
        listener('wake');
      };
      const onOnline = (): void => listener('online');
      let blurredAtMs = Infinity;
      const onBlur = (): void => {
        blurredAtMs = clock.monotonicMs();
      };
      const onFocus = (): void => {
        if (clock.monotonicMs() - blurredAtMs >= AWAY_MS) wake();
        blurredAtMs = Infinity;
      };
      const onVisibility = (): void => {
        if (sources.document.visibilityState === 'visible') wake();
      };
      // Every load ends in a `pageshow`; only one from the back-forward cache is a wake.
      const onPageShow = (event: PageTransitionEvent): void => {
        if (event.persisted) wake();
      };
      page.addEventListener('online', onOnline);
      page.addEventListener('blur', onBlur);
      page.addEventListener('focus', onFocus);
      page.addEventListener('pageshow', onPageShow);
      sources.document.addEventListener('visibilitychange', onVisibility);
      return () => {
        page.removeEventListener('online', onOnline);
        page.removeEventListener('blur', onBlur);
        page.removeEventListener('focus', onFocus);
        page.removeEventListener('pageshow', onPageShow);
        sources.document.removeEventListener('visibilitychange', onVisibility);
      };
    },
  };
}
