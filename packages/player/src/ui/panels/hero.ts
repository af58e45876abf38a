import type { Slot } from '@hallboard/shared';
import type { DayScene, SchoolDayStart } from '../../scene/scene.js';
import type { Frame } from '../frame.js';
import { fill } from '../text/fill.js';

/** A countdown longer than this says less than the time of day does. */
const LONGEST_COUNTDOWN_MS = 120 * 60_000;
/** Beyond a week a weekday's name is ambiguous. */
const WEEK_DAYS = 7;

/** What a countdown runs between; ms since the epoch. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
  readonly meaning: 'left' | 'to-go';
}

/** What goes beside the hero. */
export interface Aside {
  readonly label: string;
  readonly title: string;
  readonly slot?: Slot;
  readonly details?: readonly string[];
}

/** The one thing that is read from 8 metres, and what goes with it. */
export interface Hero {
  /** Whether it is true of this very moment, which is what the accent means. */
  readonly isNow: boolean;
  readonly kicker: string;
  readonly title: string;
  readonly slot?: Slot;
  readonly countdown?: Span;
  readonly aside?: Aside;
}

/** What the hero says at a scene's moment. While the time is unknown it claims no "now". */
export function heroOf(scene: DayScene, frame: Frame): Hero {
  const hero = momentHero(scene, frame);
  const { countdown, ...rest } = hero;
  if (frame.time === 'unknown') {
    return { ...rest, isNow: false, ...(hero.isNow && { kicker: frame.messages.lastKnown }) };
  }
  const remainingMs = (countdown?.toMs ?? Infinity) - frame.nowMs;
  return remainingMs <= LONGEST_COUNTDOWN_MS ? hero : rest;
}

function momentHero({ moment }: DayScene, frame: Frame): Hero {
  const { messages, numerals } = frame;
  switch (moment.kind) {
    case 'before-school': {
      const { first } = moment;
      return {
        isNow: false,
        kicker: messages.schoolStarts,
        title: numerals(first.startText),
        countdown: toGo(first.startsAt - LONGEST_COUNTDOWN_MS, first.startsAt),
        aside: { label: messages.firstSlot, title: first.label, slot: first },
      };
    }
    case 'in-slot': {
      const { slot, next } = moment;
      return {
        isNow: true,
        kicker: messages.now,
        title: slot.label,
        slot,
        countdown: { fromMs: slot.startsAt, toMs: slot.endsAt, meaning: 'left' },
        aside:
          next === undefined
            ? { label: messages.next, title: messages.endOfDay }
            : { label: messages.next, title: next.label, slot: next },
      };
    }
    case 'between-slots': {
      const { previous, next } = moment;
      return {
        isNow: false,
        kicker: messages.next,
        title: next.label,
        slot: next,
        countdown: toGo(previous.endsAt, next.startsAt),
      };
    }
    case 'after-school':
      return {
        isNow: false,
        kicker: messages.schoolOver,
        title: goodbye(moment.returns, frame),
        ...returning(moment.returns, frame),
      };
    case 'weekend':
      return {
        isNow: false,
        kicker: messages.noSchool,
        title: messages.weekend,
        ...returning(moment.returns, frame),
      };
    case 'holiday':
      return {
        isNow: false,
        kicker: moment.title === undefined ? '' : messages.noSchool,
        title: moment.title ?? messages.noSchool,
        ...returning(moment.returns, frame),
      };
    case 'beyond-program':
      return { isNow: false, kicker: '', title: messages.noProgram };
  }
}

function toGo(fromMs: number, toMs: number): Span {
  return { fromMs, toMs, meaning: 'to-go' };
}

function goodbye(returns: SchoolDayStart | undefined, { messages }: Frame): string {
  if (returns === undefined) return messages.endOfDay;
  if (returns.daysAhead === 1) return messages.seeYouTomorrow;
  const { weekday, date } = returns.day.texts;
  return returns.daysAhead < WEEK_DAYS
    ? fill(messages.seeYouOn, { day: weekday })
    : fill(messages.seeYouOnDate, { day: date });
}

function returning(returns: SchoolDayStart | undefined, frame: Frame): { aside?: Aside } {
  if (returns === undefined) return {};
  const { messages, numerals } = frame;
  const { weekday, date } = returns.day.texts;
  const day = returns.daysAhead === 1 ? messages.tomorrow : weekday;
  return {
    aside: {
      label: messages.returns,
      title: numerals(returns.first.startText),
      details: [day, date],
    },
  };
}
