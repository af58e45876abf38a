import type { Messages } from '../messages/messages.js';
import { pluralForm } from '../messages/messages.js';
import type { Span } from '../panels/hero.js';

const MINUTE_MS = 60_000;
/** From here on the seconds count. */
const SECONDS_FROM_MS = 5 * MINUTE_MS;

/** A countdown as it is written: a number and, under it, what it counts. */
export interface Countdown {
  readonly number: string;
  readonly unit: string;
  /** What is left of the span, 1 to 0. */
  readonly share: number;
}

/** Minutes, begun ones included; in the last five minutes minutes and seconds. */
export function countdownAt(span: Span, nowMs: number, messages: Messages): Countdown {
  const remainingMs = Math.max(0, span.toMs - nowMs);
  const share = Math.min(1, remainingMs / (span.toMs - span.fromMs));
  if (remainingMs >= SECONDS_FROM_MS) {
    const minutes = Math.ceil(remainingMs / MINUTE_MS);
    const forms = span.meaning === 'left' ? messages.minutesLeft : messages.minutesToGo;
    return { number: `${minutes}`, unit: pluralForm(messages, forms, minutes), share };
  }
  const seconds = Math.ceil(remainingMs / 1000);
  const rest = seconds % 60;
  return {
    number: `${(seconds - rest) / 60}:${rest < 10 ? '0' : ''}${rest}`,
    unit: span.meaning === 'left' ? messages.left : messages.toGo,
    share,
  };
}
