import type { Clock } from '../ports/clock.js';
import type { Place } from './key-value.js';
import { READ_LIMIT_MS, withinLimit } from './within-limit.js';

export type KeptReading =
  | { readonly kind: 'found'; readonly text: string }
  /** Every place answered that it has none. */
  | { readonly kind: 'absent' }
  /** No place has it, but one hangs or fails, and may yet have it. */
  | { readonly kind: 'uncertain' };

/** A small text kept in several places, each of which can heal the others (STORE-6). */
export interface KeptText {
  /** Never rejects. */
  read(): Promise<KeptReading>;
  /** Writes it everywhere. Never rejects. @returns whether some place was seen to hold it. */
  write(text: string): Promise<boolean>;
}

export interface KeptTextOptions {
  readonly key: string;
  /** Best first: where places differ, the first one's text counts. */
  readonly places: readonly Place[];
  readonly clock: Clock;
  /** Tells a text that may have been kept from one that was damaged. */
  readonly isValid: (text: string) => boolean;
}

export function createKeptText({ key, places, clock, isValid }: KeptTextOptions): KeptText {
  async function isWritten(place: Place, text: string): Promise<boolean> {
    const attempt = await withinLimit(clock, READ_LIMIT_MS, async () => {
      await place.set(key, text);
      // A blocked cookie is not refused, only not kept.
      return (await place.get(key)) === text;
    });
    return attempt.ok && attempt.value;
  }

  return {
    async read() {
      const attempts = await Promise.all(
        places.map((place) => withinLimit(clock, READ_LIMIT_MS, () => place.get(key))),
      );
      for (const attempt of attempts) {
        const text = attempt.ok ? attempt.value : undefined;
        if (text !== undefined && isValid(text)) return { kind: 'found', text };
      }
      return { kind: attempts.every(({ ok }) => ok) ? 'absent' : 'uncertain' };
    },
    write: (text) =>
      // The first to hold it is enough to go on with; the others are not waited for.
      new Promise((resolve) => {
        const writes = places.map(async (place) => {
          if (await isWritten(place, text)) resolve(true);
        });
        void Promise.all(writes).then(() => resolve(false));
      }),
  };
}
