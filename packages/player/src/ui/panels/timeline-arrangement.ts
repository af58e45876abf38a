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
  /** The slot's label or its number, where that fits whole. */
  readonly label?: string;
  readonly hasTime: boolean;
  /** Whether the text needs the space beside it too. */
  readonly isTight: boolean;
}

/** The day as blocks whose lengths are in proportion to time. */
export interface TimelineArrangement {
  readonly blocks: readonly Block[];
  readonly lanes: number;
  /** Where now is, 0 to 1; absent before the first slot and after the last. */
  readonly now?: number;
}

/** @param width of the timeline in units. */
export function arrangeTimeline(
  timeline: readonly TimelineEntry[],
  nowMs: number,
  width: number,
): TimelineArrangement {
  const fromMs = Math.min(...timeline.map(({ slot }) => slot.startsAt));
  const toMs = Math.max(...timeline.map(({ slot }) => slot.endsAt));
  const share = (ms: number): number => ms / (toMs - fromMs);
  const lengthOf = ({ startsAt, endsAt }: Slot): number => share(endsAt - startsAt) * width;
  // Where the lessons have no room to spare, all stand alike: a row of two alignments is ragged.
  const isTightDay = timeline.some(
    ({ slot }) => slot.kind === 'period' && !fits(TIME, lengthOf(slot), PADDING),
  );
  // And where one has no room for its name, all go by their numbers.
  const isNumberedDay = timeline.some(
    ({ slot }) => numberOf(slot) && !fits(slot.label, lengthOf(slot), TIGHT_PADDING),
  );

  const laneEnds: number[] = [];
  const blocks = timeline.map((entry): Block => {
    const { slot } = entry;
    const free = laneEnds.findIndex((end) => end <= slot.startsAt);
    const lane = free === -1 ? laneEnds.length : free;
    laneEnds[lane] = slot.endsAt;
    const text = (isNumberedDay && numberOf(slot)) || slot.label;
    return {
      entry,
      start: share(slot.startsAt - fromMs),
      length: share(slot.endsAt - slot.startsAt),
      lane,
      ...writtenOf(text, lengthOf(slot), isTightDay),
    };
  });
  const isOn = fromMs <= nowMs && nowMs < toMs;
  return { blocks, lanes: laneEnds.length, ...(isOn && { now: share(nowMs - fromMs) }) };
}

/**
 * What fits of a block's text: what is cut says less than nothing.
 * @param length of the block in units.
 */
function writtenOf(
  label: string,
  length: number,
  isTightDay: boolean,
): Pick<Block, 'label' | 'hasTime' | 'isTight'> {
  const isTight = isTightDay || !fits(label, length, PADDING);
  const padding = isTight ? TIGHT_PADDING : PADDING;
  const hasTime = fits(TIME, length, padding);
  return { ...(fits(label, length, padding) && { label }), hasTime, isTight };
}

/** The number of a lesson; a break's could be taken for one. */
function numberOf({ kind, label }: Slot): string | undefined {
  const numbers = kind === 'period' ? (label.match(NUMBERS) ?? []) : [];
  return numbers.length === 1 ? numbers[0] : undefined;
}

function fits(text: string, length: number, padding: number): boolean {
  return textWidth(text, STEP) <= length - 2 * padding;
}
