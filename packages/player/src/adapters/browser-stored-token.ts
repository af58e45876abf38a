import type { Clock } from '../ports/clock.js';
import type { DevicePlaces } from './device-places.js';
import { createKeptText } from './kept-text.js';

/** The screen that this device shows. */
export interface KeptToken {
  readonly token: string;
  /** The token in the page's address that this one has taken the place of, where there is one. */
  readonly replaces: string | undefined;
}

/** Keeps the token as redundantly as the device's id (BIND-6). */
export interface StoredToken {
  /** Never rejects. @returns `undefined` where there is none, or it cannot be read. */
  read(): Promise<KeptToken | undefined>;
  /** Never rejects. @returns whether some place was seen to hold it. */
  write(kept: KeptToken): Promise<boolean>;
}

/** As tokens are, one or two of them. */
const KEPT = /^[\w.~-]{1,128}( [\w.~-]{1,128})?$/;

/** @param places the same as the player's, since each call for new ones counts as a boot (STORE-9). */
export function createStoredToken(clock: Clock, places: DevicePlaces): StoredToken {
  const isValid = (text: string): boolean => KEPT.test(text);
  const text = createKeptText({ key: 'token', places: places.forIdentity, clock, isValid });

  return {
    async read() {
      const reading = await text.read();
      if (reading.kind !== 'found') return undefined;
      // Each place heals the others.
      void text.write(reading.text);
      const [token = '', replaces] = reading.text.split(' ');
      return { token, replaces };
    },
    write: ({ token, replaces = '' }) => text.write(`${token} ${replaces}`.trim()),
  };
}
