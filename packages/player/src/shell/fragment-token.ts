import { isToken } from '../index.js';

/**
 * The screen's token in the page's fragment, which no server sees and which stays there, so that a
 * reload and a power cut keep it.
 * @param hash as `location.hash` has it: `#` and the token.
 */
export function fragmentToken(hash: string): string | undefined {
  const text = hash.replace(/^#/, '');
  return isToken(text) ? text : undefined;
}
