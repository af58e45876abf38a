import ar from '../../locales/ar.json?raw';
import de from '../../locales/de.json?raw';
import es from '../../locales/es.json?raw';
import fr from '../../locales/fr.json?raw';
import tr from '../../locales/tr.json?raw';
import type { Messages } from '../index.js';

/** The player's texts for a page that is a file, and can fetch no other. */
export const BUNDLED_LANGUAGES: Readonly<Record<string, Messages>> = {
  ar: parse(ar),
  de: parse(de),
  es: parse(es),
  fr: parse(fr),
  tr: parse(tr),
};

/** @param text of a catalogue, each of which a test compiles as one. */
function parse(text: string): Messages {
  return JSON.parse(text);
}
