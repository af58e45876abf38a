import type { DrivenPage } from '../fixtures/driven-page.js';
import { PlainBrowser } from '../fixtures/plain-browser.js';
import { unpackEngine } from './unpack-engine.js';

/** Starts an engine on a profile that outlives it. */
export type StartEngine = (profileDir: string) => Promise<DrivenPage>;

/** The oldest that the player is built for, and that of TVs from 2020. */
export const ENGINES: readonly (readonly [name: string, start: StartEngine])[] = [
  ['chromium-64', chromium('chromium-64')],
  ['chromium-69', chromium('chromium-69')],
];

function chromium(name: string): StartEngine {
  return (profileDir) => PlainBrowser.start(unpackEngine(name), profileDir);
}
