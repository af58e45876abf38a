import type { SlotKind } from '@hallboard/shared';
import type { Cancel } from './clock.js';

/** What a sound is for. */
export type Occasion = SlotKind | 'alert';

/** Something to be heard. */
export interface Sound {
  /** The speaker has a sound of its own for each. */
  readonly occasion: Occasion;
  /** The school's own sound, by its hash; heard if it is on the device and can be decoded. */
  readonly file?: string | undefined;
}

/**
 * `own`: the school's file. `shipped`: the speaker's own sound. `muted`: nothing; something on the
 * device, such as the browser, kept it from sounding.
 */
export type Heard = 'own' | 'shipped' | 'muted';

/** What the device is heard by. */
export interface Speaker {
  /**
   * Gets the file ready that is about to be heard, so that it sounds at its instant. Called again and
   * again until then, so that it may still come. Never throws.
   * @param file `undefined`: none is.
   */
  prepare(file: string | undefined): void;
  /**
   * Plays a sound at once. Calls `done` once, within seconds, unless cancelled. Never throws.
   * @param volume 0 to 1; 0 only tries whether it would be heard (TIME-6).
   * @returns ends the sound.
   */
  play(sound: Sound, volume: number, done: (heard: Heard) => void): Cancel;
}
