import { CHROMIUM_PATH } from '../fixtures/chromium.js';
import type { DrivenPage } from '../fixtures/driven-page.js';
import { PlainBrowser } from '../fixtures/plain-browser.js';
import { FirefoxPage } from './firefox-page.js';
import { unpackEngine } from './unpack-engine.js';

/** Starts an engine on a profile that outlives it. */
export type StartEngine = (profileDir: string) => Promise<DrivenPage>;

/** As kiosks have it; otherwise bells wait for somebody to touch the screen. */
const SOUND_FLAG = '--autoplay-policy=no-user-gesture-required';

/** Debian's Firefox, or what `FIREFOX_PATH` names. */
const FIREFOX_PATH = process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr';

/**
 * The oldest that the player is built for, those of TVs from 2020 and 2021, today's, and the other
 * family.
 */
const ENGINES: Readonly<Record<string, StartEngine>> = {
  'chromium-64': chromium(() => unpackEngine('chromium-64')),
  'chromium-69': chromium(() => unpackEngine('chromium-69')),
  'chromium-79': chromium(() => unpackEngine('chromium-79')),
  'chromium-today': chromium(() => CHROMIUM_PATH),
  'firefox-esr': (profileDir) => FirefoxPage.start(FIREFOX_PATH, profileDir),
};

/** What every `npm test` plays; `npm run engines` plays all. */
const ALWAYS = ['chromium-69', 'chromium-today'];

/**
 * The engines that `HALLBOARD_ENGINES` names, `all` for all.
 * @throws Error for one that there is not.
 */
export function chosenEngines(): readonly (readonly [name: string, start: StartEngine])[] {
  const wanted = process.env.HALLBOARD_ENGINES?.split(',') ?? ALWAYS;
  const names = wanted.includes('all') ? Object.keys(ENGINES) : wanted;
  return names.map((name) => {
    const start = ENGINES[name];
    if (start !== undefined) return [name, start];
    throw new Error(`No engine ${name}. There are: ${Object.keys(ENGINES).join(', ')}.`);
  });
}

function chromium(executable: () => string): StartEngine {
  return (profileDir) => PlainBrowser.start(executable(), profileDir, [SOUND_FLAG]);
}
