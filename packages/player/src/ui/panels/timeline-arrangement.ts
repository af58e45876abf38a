import type { Slot } from '@hallboard/shared';
import { sortBy } from '../../scene/lists.js';
import type { TimelineEntry } from '../../scene/scene.js';
import { textWidth } from '../text/fit.js';
import { NUMBERS } from '../text/numerals.js';

/** On both sides of a block's text, in units. */
const PADDING = 6;
const STEP = 28;
/** Of a time in digits of one width, in units. */
const TIME_WIDTH = 76;

/** A slot as a block of the timeline. Shares are of the timeline's whole length. */
export interface Block {
  readonly entry: TimelineEntry;
  readonly start: number;
  readonly length: number;
  /** Whether it runs beside shorter slots, as an exam does, and is drawn beside them too. */
  readonly isBeside: boolean;
  /** The slot's label or its number, where that fits whole; else nothing. */
  readonly label: string;
  readonly hasTime: boolean;
}

/** The day as blocks whose lengths are in proportion to time. */
export interface TimelineArrangement {
  readonly blocks: readonly Block[];
  /** Where now is, 0 to 1; absent before the first slot and after the last. */
  readonly now?: number;
}

/** @param width of the timeline in units. */
export function arrangeTimeline(
  timeline: readonly TimelineEntry[],
  nowMs: number,
  width: number,
): TimelineArrangement {
  const slots = timeline.map(({ slot }) => slot);
  const fromMs = Math.min(...slots.map(({ startsAt }) => startsAt));
  const toMs = Math.max(...slots.map(({ endsAt }) => endsAt));
  const share = (ms: number): number => ms / (toMs - fromMs);
  const fits = ({ startsAt, endsAt }: Slot, textUnits: number): boolean =>
    textUnits <= share(endsAt - startsAt) * width - 2 * PADDING;
  const hasRoomFor = (slot: Slot, text: string): boolean => fits(slot, textWidth(text, STEP));

  const row = rowOf(slots);
  const isLesson = ({ kind }: Slot): boolean => kind === 'period';
  const lessons = row.filter(isLesson);
  // A row is read as one: what one lesson has no room for, none has. Without names go numbers.
  const isTimed = lessons.every((slot) => fits(slot, TIME_WIDTH));
  const isNamed = lessons.every((slot) => hasRoomFor(slot, slot.label));

  const blocks = timeline.map((entry): Block => {
    const { slot } = entry;
    const isBeside = !row.includes(slot);
    const label = isNamed || !isLesson(slot) ? slot.label : numberOf(slot);
    return {
      entry,
      start: share(slot.startsAt - fromMs),
      length: share(slot.endsAt - slot.startsAt),
      isBeside,
      // What is cut says less than nothing.
      label: isBeside || !hasRoomFor(slot, label) ? '' : label,
      hasTime: !isBeside && (isTimed || !isLesson(slot)) && fits(slot, TIME_WIDTH),
    };
  });
  const isOn = fromMs <= nowMs && nowMs < toMs;
  return { blocks, ...(isOn && { now: share(nowMs - fromMs) }) };
}

/** The slots that stand in a row. Of those that run together the shortest does: it is a lesson. */
function rowOf(slots: readonly Slot[]): readonly Slot[] {
  const row: Slot[] = [];
  for (const slot of sortBy(slots, ({ startsAt, endsAt }) => endsAt - startsAt)) {
    const isFree = (other: Slot): boolean =>
      other.endsAt <= slot.startsAt || slot.endsAt <= other.startsAt;
    if (row.every(isFree)) row.push(slot);
  }
  return row;
}

function numberOf({ label }: Slot): string {
  const [number = '', ...others] = label.match(NUMBERS) ?? [];
  return others.length === 0 ? number : '';
}
