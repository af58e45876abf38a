import type { Cancel, Clock } from '../index.js';
import { every, MINUTE_MS } from './every.js';
import type { SafeRestart } from './safe-restart.js';

export interface PaintWatchdogOptions {
  readonly clock: Clock;
  readonly restart: SafeRestart;
  readonly isPainting: () => boolean;
}

/** A page that was suspended paints again within a second of its first look. */
const STRIKES = 2;

/**
 * Reloads a page that runs and does not paint (UPD-4). One that does not run cannot help itself:
 * what started the browser has to, and the server tells of a screen that is silent (OBS-4).
 */
export function watchPainting({ clock, restart, isPainting }: PaintWatchdogOptions): Cancel {
  let strikes = 0;
  return every(clock, MINUTE_MS, () => {
    strikes = isPainting() ? 0 : strikes + 1;
    if (strikes >= STRIKES) restart(() => !isPainting());
  });
}
