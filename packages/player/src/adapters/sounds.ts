import type { Occasion } from '../ports/speaker.js';

/** One pure tone that is struck and dies away. */
export interface Tone {
  /** From the start of the sound. */
  readonly atS: number;
  readonly hertz: number;
  readonly lastsS: number;
  /** Of the full volume, when it is struck. */
  readonly level: number;
}

/** Of the pitch, and how loud. A struck bell's are not harmonic; that is what tells it from a pipe. */
type Partials = readonly (readonly [ratio: number, level: number])[];

const BELL: Partials = [
  [0.5, 0.18],
  [1, 0.28],
  [1.19, 0.14],
  [1.5, 0.07],
  [2, 0.18],
  [3.01, 0.06],
];
const CHIME: Partials = [
  [1, 0.6],
  [2, 0.1],
  [3.98, 0.08],
];
const ALARM: Partials = [
  [1, 0.4],
  [2, 0.2],
  [3, 0.2],
];

type Strike = readonly [atS: number, hertz: number];

function struck(partials: Partials, lastsS: number, strikes: readonly Strike[]): readonly Tone[] {
  const none: readonly Tone[] = [];
  const toTones = ([atS, hertz]: Strike): readonly Tone[] =>
    partials.map(([ratio, level]) => ({ atS, hertz: hertz * ratio, lastsS, level }));
  return none.concat(...strikes.map(toTones));
}

/** A bell, struck three times. */
const CLASSIC = struck(BELL, 2.4, [
  [0, 622],
  [0.9, 622],
  [1.8, 622],
]);

/** Two tones, the lower one last. */
const TWO_TONE = struck(CHIME, 2.2, [
  [0, 659],
  [0.7, 523],
]);

/** Two tones in turn for four seconds, to be heard over a corridor. */
const TURNS = struck(
  ALARM,
  0.6,
  [0, 1, 2, 3, 4, 5, 6, 7].map((turn) => [turn / 2, turn % 2 === 0 ? 988 : 740]),
);

/** The sounds, made of tones, so that there is no file that could be missing or late. */
export const SOUNDS: Readonly<Record<Occasion, readonly Tone[]>> = {
  period: CLASSIC,
  assembly: CLASSIC,
  break: TWO_TONE,
  other: TWO_TONE,
  alert: TURNS,
};
