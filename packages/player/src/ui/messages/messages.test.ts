import { describe, expect, it } from 'vitest';
import { ar } from './ar.js';
import { en } from './en.js';
import type { Messages } from './messages.js';
import { messagesOf, secondMessagesOf } from './messages-of.js';

/** Every text of a catalogue by its path, plural forms under their message. */
function textsOf(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    textsOf(part, path === '' ? key : `${path}.${key}`),
  );
}

function placesOf(messages: Messages): Record<string, string> {
  const places: Record<string, string> = {};
  for (const [path, text] of textsOf(messages)) {
    const message = path.replace(/\.(zero|one|two|few|many)$/, '.other');
    if (message === path) places[path] = (text.match(/\{\w+\}/g) ?? []).join();
  }
  return places;
}

describe('the catalogues', () => {
  it('say the same things with the same places', () => {
    expect(placesOf(ar)).toEqual(placesOf(en));
  });

  it('fall back to English', () => {
    expect(messagesOf('ar-SA')).toBe(ar);
    expect(messagesOf('EN-us')).toBe(en);
    expect(messagesOf('eo')).toBe(en);
    expect(messagesOf('')).toBe(en);
  });

  it('say an alert in English too, where that is not said already', () => {
    expect(secondMessagesOf('ar-SA')).toBe(en);
    expect(secondMessagesOf('en-GB')).toBeUndefined();
  });

  it('know the plurals of their languages as CLDR does', () => {
    for (const [locale, { pluralOf }] of [
      ['en', en],
      ['ar', ar],
    ] as const) {
      const rules = new Intl.PluralRules(locale);
      for (let count = 0; count <= 220; count += 1) {
        expect(pluralOf(count)).toBe(rules.select(count));
      }
    }
  });
});
