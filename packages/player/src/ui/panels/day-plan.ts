import type { Slot } from '@hallboard/shared';
import type { TimelineEntry } from '../../scene/scene.js';
import { textWidth } from '../text/fit.js';
import { NUMBERS } from '../text/numerals.js';

/** Space on both sides of a block's text, in units. */
const PADDING = 14;
/** Beside the text of a short slot. */
const TIGHT_PADDING = 6;
const STEP = 28;
const TIME = '00:00';

/** A slot as a block of the timeline. Shares are of the timeline's whole length. */
export interface Block {
  readonly entry: TimelineEntry;
  readonly start: number;
  readonly length: number;
  /** From 0; above 0 for slots that run beside one that began before them. */
  readonly lane: number;
  /** What fits of the label; absent where nothing does. */
  readonly label?: string;
  readonly hasTime: boolean;
  /** Whether the text needs the space beside it too. */
  readonly isTight: boolean;
}

/** The day as blocks whose lengths are in proportion to time. */
export interface DayPlan {
  readonly blocks: readonly Block[];
  readonly lanes: number;
  /** Where now is, 0 to 1; absent before the first slot and after the last. */
  readonly now?: number;
}

/** @param width of the timeline in units. */
export function planDay(timeline: readonly TimelineEntry[], nowMs: number, width: number): DayPlan {
  const fromMs = Math.min(...timeline.map(({ slot }) => slot.startsAt));
  const toMs = Math.max(...timeline.map(({ slot }) => slot.endsAt));
  const share = (atMs: number): number => (atMs - fromMs) / (toMs - fromMs);
  // Where the lessons have no room to spare, all stand alike: a row of two alignments is ragged.
  const isTightDay = timeline.some(
    ({ slot: { kind, startsAt, endsAt } }) =>
      kind === 'period' && !fits(TIME, (share(endsAt) - share(startsAt)) * width, PADDING),
  );

  const laneEnds: number[] = [];
  const blocks = timeline.map((entry): Block => {
    const { slot } = entry;
    const free = laneEnds.findIndex((end) => end <= slot.startsAt);
    const lane = free === -1 ? laneEnds.length : free;
    laneEnds[lane] = slot.endsAt;
    const start = share(slot.startsAt);
    const length = share(slot.endsAt) - start;
    return { entry, start, length, lane, ...textOf(slot, length * width, isTightDay) };
  });
  const isOn = fromMs <= nowMs && nowMs < toMs;
  return { blocks, lanes: laneEnds.length, ...(isOn && { now: share(nowMs) }) };
}

/**
 * The whole label, else the number in it, else none: what is cut says less than nothing.
 * @param length of the block in units.
 */
function textOf(
  { label: whole }: Slot,
  length: number,
  isTightDay: boolean,
): Pick<Block, 'label' | 'hasTime' | 'isTight'> {
  const numbers = whole.match(NUMBERS) ?? [];
  const labels = numbers.length === 1 ? [whole, ...numbers] : [whole];
  const fitting = (padding: number): string | undefined =>
    labels.find((text) => fits(text, length, padding));
  const roomy = isTightDay ? undefined : fitting(PADDING);
  const isTight = roomy === undefined;
  const label = roomy ?? fitting(TIGHT_PADDING);
  const hasTime = fits(TIME, length, isTight ? TIGHT_PADDING : PADDING);
  return { ...(label !== undefined && { label }), hasTime, isTight };
}

function fits(text: string, length: number, padding: number): boolean {
  return textWidth(text, STEP) <= length - 2 * padding;
}
