import {
  type FaultScript,
  randomScript,
  SAMPLE_MIDNIGHT_MS,
  type SimulationConfig,
  simulate,
  type Transition,
  type Violation,
} from '@hallboard/player/testing';

const HOUR_MS = 3_600_000;

/** Four hours around midnight. */
const SHORT = {
  screens: 14,
  startMs: SAMPLE_MIDNIGHT_MS + 22 * HOUR_MS,
  durationMs: 4 * HOUR_MS,
  lateJoins: 0.3,
} satisfies SimulationConfig;

/** Sixty mishaps, and half an hour after the last in which everything has to recover. */
export function shortScript(seed: number): FaultScript {
  const durationMs = SHORT.durationMs - HOUR_MS / 2;
  return randomScript({ seed, screens: SHORT.screens, durationMs, faults: 60 });
}

export function runShort(
  seed: number,
  script: FaultScript,
  transition?: Transition,
): Violation | undefined {
  const options = transition === undefined ? {} : { transition };
  return simulate({ ...SHORT, ...options, seed }, script).violation;
}
