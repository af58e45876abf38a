import type { RingEffect } from './core/effect.js';
import { type Shown, screenOf } from './core/state.js';
import type { Cancel } from './ports/clock.js';
import type { Speaker } from './ports/speaker.js';

/**
 * Whether this screen is heard (TIME-6). `muted`: its sound is on, and the browser or the device
 * plays nothing. `unknown`: nothing has been tried yet.
 */
export type SoundStatus = 'off' | 'audible' | 'muted' | 'unknown';

/** The sound of one screen, and what is known of it. */
export interface KeptSound {
  /** Tries it whenever it is switched on. */
  follow(shown: Shown): void;
  play(ring: RingEffect): void;
  status(): SoundStatus;
  close(): void;
}

/** @param onChange `status()` has changed by itself. */
export function keepSound(speaker: Speaker, onChange: () => void): KeptSound {
  let isOn: boolean | undefined;
  let isAudible: boolean | undefined;
  let cancel: Cancel = () => undefined;

  /** The newest sound says what is true; each is a trial too. */
  function play({ occasion, volume }: Pick<RingEffect, 'occasion' | 'volume'>): void {
    cancel = speaker.play(occasion, volume, (heard) => {
      isAudible = heard;
      onChange();
    });
  }

  return {
    play,
    follow(shown) {
      const { on } = screenOf(shown)?.sound ?? {};
      if (on === isOn) return;
      isOn = on;
      isAudible = undefined;
      if (on) play({ occasion: 'other', volume: 0 });
      else cancel();
    },
    status() {
      if (isOn === false) return 'off';
      if (isAudible === undefined) return 'unknown';
      return isAudible ? 'audible' : 'muted';
    },
    close: () => cancel(),
  };
}
