import type { RingEffect } from './core/effect.js';
import { type PlayerState, screenOf } from './core/state.js';
import type { Cancel } from './ports/clock.js';
import type { Sound, Speaker } from './ports/speaker.js';

/** The school's own sound is decoded so long before its bell; a weak TV needs a second or two. */
const AHEAD_MS = 15_000;

/**
 * Whether this screen is heard (TIME-6). `muted`: its sound is on, and the browser or the device
 * plays nothing. `unknown`: nothing has been tried yet.
 */
export type SoundStatus = 'off' | 'audible' | 'muted' | 'unknown';

/** The sound of one screen, and what is known of it. */
export interface KeptSound {
  /**
   * Tries it whenever it is switched on, and gets the next bell ready. Called at least once a second.
   * @param nowMs the core's `trueNowMs()`.
   */
  follow(state: PlayerState, nowMs: number): void;
  play(ring: RingEffect): void;
  status(): SoundStatus;
  close(): void;
}

export interface SoundListeners {
  /** `status()` has changed by itself. */
  readonly onChange: () => void;
  /** The shipped sound was heard in place of the school's own. */
  readonly onSubstitute: () => void;
}

export function keepSound(speaker: Speaker, { onChange, onSubstitute }: SoundListeners): KeptSound {
  let isOn: boolean | undefined;
  let isAudible: boolean | undefined;
  let cancel: Cancel = () => undefined;

  /** The newest sound says what is true; each is a trial too. */
  function play(sound: Sound, volume: number): void {
    cancel = speaker.play(sound, volume, (heard) => {
      isAudible = heard !== 'muted';
      if (heard === 'shipped' && sound.file !== undefined) onSubstitute();
      onChange();
    });
  }

  return {
    play: (ring) => play(ring, ring.volume),
    follow({ shown, bells: { next } }, nowMs) {
      speaker.prepare(next && next.atMs - nowMs < AHEAD_MS ? next.file : undefined);
      const { on } = screenOf(shown)?.sound ?? {};
      if (on === isOn) return;
      isOn = on;
      isAudible = undefined;
      if (on) play({ occasion: 'other' }, 0);
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
