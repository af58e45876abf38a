import { describe, expect, it } from 'vitest';
import { fragmentToken } from './fragment-token.js';

describe('fragmentToken', () => {
  it('[HTTP-3] finds the token in the fragment, which is never sent', () => {
    expect(fragmentToken('#Zm9v-YmFy_0')).toBe('Zm9v-YmFy_0');
  });

  it.each(['', '#', '#two words', '#a%20b', `#${'x'.repeat(129)}`])(
    'finds none in "%s"',
    (hash) => {
      expect(fragmentToken(hash)).toBeUndefined();
    },
  );
});
