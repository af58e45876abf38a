import type { SlotKind } from '@hallboard/shared';
import type { Cancel } from './clock.js';

/** What a sound is for; which sound that is, is the speaker's choice. */
export type Occasion = SlotKind | 'alert';

/** What the device is heard by. */
export interface Speaker {
  /**
   * Plays a sound at once. Calls `done` once, within seconds, unless cancelled. Never throws.
   * @param volume 0 to 1; 0 only tries whether it would be heard (TIME-6).
   * @param done `isAudible`: nothing on the device, such as the browser, kept it from sounding.
   * @returns ends the sound.
   */
  play(occasion: Occasion, volume: number, done: (isAudible: boolean) => void): Cancel;
}
