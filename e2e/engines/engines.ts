import { CHROMIUM_PATH } from '../fixtures/chromium.js';
import type { DrivenPage } from '../fixtures/driven-page.js';
import { PlainBrowser } from '../fixtures/plain-browser.js';
import { unpackEngine } from './unpack-engine.js';

/** Starts an engine on a profile that outlives it. */
export type StartEngine = (profileDir: string) => Promise<DrivenPage>;

/** As kiosks have it; otherwise bells wait for somebody to touch the screen. */
const SOUND_FLAG = '--autoplay-policy=no-user-gesture-required';

/** The oldest that the player is built for, that of TVs from 2020, and today's. */
export const ENGINES: readonly (readonly [name: string, start: StartEngine])[] = [
  ['chromium-64', chromium(() => unpackEngine('chromium-64'))],
  ['chromium-69', chromium(() => unpackEngine('chromium-69'))],
  ['chromium-today', chromium(() => CHROMIUM_PATH)],
];

function chromium(executable: () => string): StartEngine {
  return (profileDir) => PlainBrowser.start(executable(), profileDir, [SOUND_FLAG]);
}
