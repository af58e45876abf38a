import {
  type FaultScript,
  SAMPLE_MIDNIGHT_MS,
  type SimulationConfig,
  sampleContent,
  simulate,
  type Transition,
  type Violation,
} from '@hallboard/player/testing';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** So that what happens to a screen often happens near a bell. */
const BELL_EVERY_MS = 4 * MINUTE_MS;

/** The sample school, which rings around midnight too. */
const content: NonNullable<SimulationConfig['content']> = (nowMs, count) => {
  const sample = sampleContent(3)(nowMs, count);
  return {
    ...sample,
    divisions: sample.divisions.map((division) => ({
      ...division,
      days: division.days.map((day) => ({ ...day, slots: nightSlots(day) })),
    })),
  };
};

type Day = ReturnType<ReturnType<typeof sampleContent>>['divisions'][number]['days'][number];

function nightSlots({ startsAt, endsAt, slots }: Day): Day['slots'] {
  const [sample] = slots;
  const starts = Array.from({ length: (2 * HOUR_MS) / BELL_EVERY_MS }, (_, index) => [
    startsAt + index * BELL_EVERY_MS,
    endsAt - (index + 1) * BELL_EVERY_MS,
  ]).flat();
  if (sample === undefined) return slots;
  return starts.map((startMs) => ({
    ...sample,
    id: `bell-${startMs}`,
    startsAt: startMs,
    endsAt: startMs + BELL_EVERY_MS,
  }));
}

/** Four hours around midnight, with bells. */
const BELLS = {
  screens: 14,
  startMs: SAMPLE_MIDNIGHT_MS + 22 * HOUR_MS,
  durationMs: 4 * HOUR_MS,
  content,
} satisfies SimulationConfig;

/** As `runShort`, of a school that has bells in these hours. */
export function runBells(
  seed: number,
  script: FaultScript,
  transition?: Transition,
): Violation | undefined {
  const options = transition === undefined ? {} : { transition };
  return simulate({ ...BELLS, ...options, seed }, script).violation;
}
