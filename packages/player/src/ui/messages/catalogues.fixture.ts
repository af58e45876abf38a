import ar from '../../../locales/ar.json' with { type: 'json' };
import de from '../../../locales/de.json' with { type: 'json' };
import es from '../../../locales/es.json' with { type: 'json' };
import fr from '../../../locales/fr.json' with { type: 'json' };
import tr from '../../../locales/tr.json' with { type: 'json' };
import { en } from './en.js';
import { languageOf, type Messages } from './messages.js';

/** Every catalogue. One that lacks a message does not compile. */
export const CATALOGUES: Readonly<Record<'ar' | 'de' | 'en' | 'es' | 'fr' | 'tr', Messages>> = {
  ar,
  de,
  en,
  es,
  fr,
  tr,
};

/** The catalogue of a locale's language, as if it had been loaded. */
export function catalogueOf(locale: string): Messages {
  const known: Readonly<Record<string, Messages>> = CATALOGUES;
  return known[languageOf(locale)] ?? en;
}
