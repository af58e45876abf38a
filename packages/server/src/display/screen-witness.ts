import type { ScreenReport } from '@hallboard/shared';
import type { ServedScreen } from '../serving/served.js';

/** Hears of the screens that the display API answers. Called for every request: it has to be quick. */
export interface ScreenWitness {
  /** A screen with the right to was answered (OBS-3). */
  seen(screen: ServedScreen): void;
  /** @param userAgent as its device's engine calls itself. */
  reported(screen: ServedScreen, report: ScreenReport, userAgent: string): void;
}
