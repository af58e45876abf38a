import ar from '../../locales/ar.json?url';
import de from '../../locales/de.json?url';
import es from '../../locales/es.json?url';
import fr from '../../locales/fr.json?url';
import tr from '../../locales/tr.json?url';

/** Where the player's texts are below the embed's files, by language. */
export const LANGUAGES: Readonly<Record<string, string>> = { ar, de, es, fr, tr };
