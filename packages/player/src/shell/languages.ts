import ar from '../../locales/ar.json?url';
import de from '../../locales/de.json?url';
import es from '../../locales/es.json?url';
import fr from '../../locales/fr.json?url';
import tr from '../../locales/tr.json?url';

/** Where the page has the player's texts, by language: beside the script, and in the precache. */
export const LANGUAGES: Readonly<Record<string, string>> = { ar, de, es, fr, tr };
