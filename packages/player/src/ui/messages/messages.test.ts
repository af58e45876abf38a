import { describe, expect, it } from 'vitest';
import { CATALOGUES } from './catalogues.fixture.js';
import { en } from './en.js';
import { languageOf, type Messages, pluralForm } from './messages.js';

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

describe.each(Object.entries(CATALOGUES))('the catalogue of %s', (language, messages) => {
  it('says the same things with the same places as the English one', () => {
    expect(placesOf(messages)).toEqual(placesOf(en));
    expect(textsOf(messages).filter(([, text]) => text.trim() === '')).toEqual([]);
    expect(messages.language).toBe(language);
  });

  it('has only plural forms that its language knows', () => {
    const known = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const forms = [messages.minutesLeft, messages.minutesToGo, messages.offlineForDays];
    for (const form of forms.flatMap((each) => Object.keys(each))) expect(known).toContain(form);
  });
});

describe('pluralForm', () => {
  const forms = { one: 'one', few: 'few', other: 'other' };

  it('takes the form of the language, else the general one', () => {
    const written = [1, 3, 11].map((count) => pluralForm({ ...en, language: 'ar' }, forms, count));
    expect(written).toEqual(['one', 'few', 'other']);
    expect(pluralForm({ ...en, language: 'fr' }, forms, 0)).toBe('one');
  });

  it('knows one from many where the engine does not know the language', () => {
    const unknown = { ...en, language: 'tlh' };
    expect([0, 1, 2].map((count) => pluralForm(unknown, forms, count))).toEqual([
      'other',
      'one',
      'other',
    ]);
  });
});

describe('languageOf', () => {
  it('is what a locale begins with', () => {
    expect(['ar-SA', 'EN-us', 'eo', ''].map(languageOf)).toEqual(['ar', 'en', 'eo', '']);
  });
});
