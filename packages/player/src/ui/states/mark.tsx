import { localTime } from '../../scene/local-time.js';
import type { Frame } from '../frame.js';
import { pluralForm } from '../messages/messages.js';
import { fill } from '../text/fill.js';
import { spell } from './empty-state.js';

const DAY_MS = 24 * 60 * 60_000;
/** A refresh that fails once or twice is nobody's concern. */
const OFFLINE_AFTER_MS = 60_000;

/** What is not as it should be, discreetly; nothing where all is well. */
export function Mark({ text }: { readonly text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <span class="hb-mark">
      {' '}
      <span class="hb-mark-sign" aria-hidden="true" /> {text}
    </span>
  );
}

/** The one mark that matters most at this moment. */
export function markOf(frame: Frame): string | undefined {
  const { messages, pairing, rejection, time } = frame;
  if (rejection !== undefined) {
    const text = messages.rejected[rejection];
    // Isolated, so that it stays one piece in Arabic.
    return pairing ? `${text} · \u2066${spell(pairing.code)}\u2069` : text;
  }
  if (time === 'unknown') return messages.timeUnknown;
  return offlineMark(frame) ?? (time === 'unconfirmed' ? messages.timeUnconfirmed : undefined);
}

function offlineMark(frame: Frame): string | undefined {
  const { connection, messages, nowMs, numerals, school } = frame;
  if (connection.kind !== 'offline') return undefined;
  if (connection.sinceMs === undefined) return messages.offline;
  const forMs = nowMs - connection.sinceMs;
  if (forMs < OFFLINE_AFTER_MS) return undefined;
  const days = Math.floor(forMs / DAY_MS);
  if (days === 0) {
    const time = numerals(localTime(school, connection.sinceMs));
    return fill(messages.offlineSince, { time });
  }
  return fill(pluralForm(messages, messages.offlineForDays, days), { count: numerals(`${days}`) });
}
