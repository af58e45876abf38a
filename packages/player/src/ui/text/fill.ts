const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/**
 * Puts values into a message's `{places}`. Each value is isolated, so that a name or a time of
 * another direction does not reorder the sentence around it.
 */
export function fill(message: string, values: Readonly<Record<string, string>>): string {
  return message.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    return value === undefined ? place : `${FIRST_STRONG_ISOLATE}${value}${POP_ISOLATE}`;
  });
}
