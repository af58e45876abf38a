import type { Cancel, Clock } from '../ports/clock.js';
import type { Speaker } from '../ports/speaker.js';
import { SOUNDS, type Tone } from './sounds.js';

/** A browser that has not begun to play by then keeps the page muted, and must not do so later. */
const STARTS_WITHIN_MS = 1_500;
const ATTACK_S = 0.01;
/** Ramps cannot start or end at nothing. */
const SILENCE = 0.0001;

/**
 * Web Audio, with a context for each sound: one that broke, or that lost its output, is not used
 * again, and none keeps the device's audio awake between two bells.
 * @param createContext may throw. @default the browser's
 */
export function createBrowserSpeaker(
  clock: Clock,
  createContext = () => new AudioContext(),
): Speaker {
  return {
    play(occasion, volume, done) {
      const tones = SOUNDS[occasion];
      const context = start(createContext, tones, volume);
      let cancelTimer: Cancel;
      const close = (): void => {
        cancelTimer();
        // It may have been closed already, and that is all that is wanted.
        context?.close().catch(() => undefined);
      };
      cancelTimer = clock.setTimer(STARTS_WITHIN_MS, () => {
        const isAudible = context?.state === 'running' && context.currentTime > 0;
        if (isAudible) cancelTimer = clock.setTimer(lengthOf(tones) * 1000, close);
        else close();
        done(isAudible);
      });
      return close;
    },
  };
}

/** @returns `undefined` where the device has no sound. */
function start(
  createContext: () => AudioContext,
  tones: readonly Tone[],
  volume: number,
): AudioContext | undefined {
  try {
    const context = createContext();
    const output = context.createGain();
    output.gain.value = volume;
    output.connect(context.destination);
    for (const tone of tones) schedule(context, output, tone);
    // Where the browser wants a gesture first, this is settled by `close()`.
    context.resume().catch(() => undefined);
    return context;
  } catch {
    return undefined;
  }
}

function schedule(context: AudioContext, output: AudioNode, tone: Tone): void {
  const { hertz, lastsS, level } = tone;
  const startS = context.currentTime + tone.atS;
  const oscillator = context.createOscillator();
  const envelope = context.createGain();
  oscillator.frequency.value = hertz;
  envelope.gain.setValueAtTime(SILENCE, startS);
  envelope.gain.exponentialRampToValueAtTime(level, startS + ATTACK_S);
  envelope.gain.exponentialRampToValueAtTime(SILENCE, startS + lastsS);
  oscillator.connect(envelope);
  envelope.connect(output);
  oscillator.start(startS);
  oscillator.stop(startS + lastsS);
}

function lengthOf(tones: readonly Tone[]): number {
  return Math.max(...tones.map(({ atS, lastsS }) => atS + lastsS));
}
