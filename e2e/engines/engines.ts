import { CHROMIUM_PATH } from '../fixtures/chromium.js';
import type { DrivenPage } from '../fixtures/driven-page.js';
import { PlainBrowser } from '../fixtures/plain-browser.js';
import { unpackEngine } from './unpack-engine.js';

/** Starts an engine on a profile that outlives it. */
export type StartEngine = (
  profileDir: string,
  extraFlags?: readonly string[],
) => Promise<DrivenPage>;

/** As kiosks have it; otherwise bells wait for somebody to touch the screen. */
const SOUND_FLAG = '--autoplay-policy=no-user-gesture-required';

/** The oldest that the player is built for, those of TVs from 2020 and 2021, and today's. */
const ENGINES: Readonly<Record<string, StartEngine>> = {
  'chromium-64': chromium(() => unpackEngine('chromium-64')),
  'chromium-69': chromium(() => unpackEngine('chromium-69')),
  'chromium-79': chromium(() => unpackEngine('chromium-79')),
  chromium: chromium(() => CHROMIUM_PATH),
};

/** What every `npm test` plays. */
const ALWAYS = 'chromium-64,chromium-69,chromium';

/** The engines that `HALLBOARD_ENGINES` names, or those. @throws Error for one that there is not. */
export function chosenEngines(): readonly (readonly [name: string, start: StartEngine])[] {
  const names = (process.env.HALLBOARD_ENGINES ?? ALWAYS).split(',');
  return names.map((name) => {
    const start = ENGINES[name];
    if (start === undefined) {
      throw new Error(`No engine ${name}. There are: ${Object.keys(ENGINES).join(', ')}.`);
    }
    return [name, start];
  });
}

function chromium(executable: () => string): StartEngine {
  return (profileDir, extraFlags = []) =>
    PlainBrowser.start(executable(), profileDir, [SOUND_FLAG, ...extraFlags]);
}
