import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LANGUAGES as EMBEDDED } from './element/languages.js';
import { CATALOGUES as SELF_TEST } from './self-test/messages/messages-of.js';
import { BUNDLED_LANGUAGES } from './shell/bundled-languages.js';
import { LANGUAGES as ON_THE_PAGE } from './shell/languages.js';
import { CATALOGUES as CHECKED } from './ui/messages/catalogues.fixture.js';

/** What the player speaks beside English. */
const LANGUAGES = readdirSync(join(import.meta.dirname, '../locales')).map((name) =>
  name.replace('.json', ''),
);

/** The notice for old browsers is ES5, and imports nothing. */
const notice = readFileSync(join(import.meta.dirname, 'shell/floor-notice.js'), 'utf8');

it.each([
  ['the page', Object.keys(ON_THE_PAGE)],
  ["a TV's app", Object.keys(BUNDLED_LANGUAGES)],
  ['the embed', Object.keys(EMBEDDED)],
  ['the self-test', SELF_TEST.map(({ language }) => language)],
  ['the notice for old browsers', [...notice.matchAll(/^ {4}(\w+): '/gm)].map(([, id]) => id)],
  ['the check of the catalogues', Object.keys(CHECKED)],
])('%s has every language that there is', (_, languages) => {
  expect(languages.filter((language) => language !== 'en').sort()).toEqual(LANGUAGES.sort());
});
