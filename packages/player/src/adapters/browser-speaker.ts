import type { Cancel, Clock } from '../ports/clock.js';
import type { Speaker } from '../ports/speaker.js';
import { createDecodedSound, type DecodedSoundOptions } from './decoded-sound.js';
import { SOUNDS, type Tone } from './sounds.js';

export interface BrowserSpeakerOptions extends DecodedSoundOptions {
  readonly clock: Clock;
  /** May throw. @default the browser's */
  readonly createContext?: () => AudioContext;
}

/** What is played: a decoded file, or tones, which need none. */
type Content = AudioBuffer | readonly Tone[];

/** A browser that has not begun to play by then keeps the page muted, and must not do so later. */
const STARTS_WITHIN_MS = 1_500;
const ATTACK_S = 0.01;
/** Ramps cannot start or end at nothing. */
const SILENCE = 0.0001;

/**
 * Web Audio, with a context for each sound: one that broke, or that lost its output, is not used
 * again, and none keeps the device's audio awake between two bells.
 */
export function createBrowserSpeaker(options: BrowserSpeakerOptions): Speaker {
  const { clock, createContext = () => new AudioContext() } = options;
  const decoded = createDecodedSound(options);
  return {
    prepare: decoded.prepare,
    play({ occasion, file }, volume, done) {
      const own = decoded.get(file);
      const content = own ?? SOUNDS[occasion];
      const context = start(createContext, content, volume);
      let cancelTimer: Cancel;
      const close = (): void => {
        cancelTimer();
        // It may have been closed already, and that is all that is wanted.
        context?.close().catch(() => undefined);
      };
      cancelTimer = clock.setTimer(STARTS_WITHIN_MS, () => {
        const isAudible = context?.state === 'running' && context.currentTime > 0;
        if (isAudible) cancelTimer = clock.setTimer(lengthOf(content) * 1000, close);
        else close();
        done(isAudible ? (own ? 'own' : 'shipped') : 'muted');
      });
      return close;
    },
  };
}

/** @returns `undefined` where the device has no sound. */
function start(
  createContext: () => AudioContext,
  content: Content,
  volume: number,
): AudioContext | undefined {
  try {
    const context = createContext();
    const output = context.createGain();
    output.gain.value = volume;
    output.connect(context.destination);
    if (isTones(content)) for (const tone of content) schedule(context, output, tone);
    else playFile(context, output, content);
    // Where the browser wants a gesture first, this is settled by `close()`.
    context.resume().catch(() => undefined);
    return context;
  } catch {
    return undefined;
  }
}

function playFile(context: AudioContext, output: AudioNode, buffer: AudioBuffer): void {
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.connect(output);
  source.start();
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

function lengthOf(content: Content): number {
  if (!isTones(content)) return content.duration;
  return Math.max(...content.map(({ atS, lastsS }) => atS + lastsS));
}

function isTones(content: Content): content is readonly Tone[] {
  return Array.isArray(content);
}
