import { ar } from './ar.js';
import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import type { SelfTestMessages } from './messages.js';
import { tr } from './tr.js';

/** Every language of the player. They come with the script, since there may be no server to ask. */
export const CATALOGUES: readonly SelfTestMessages[] = [en, ar, de, es, fr, tr];

/** The messages of a locale's language, else English. */
export function messagesOf(locale: string): SelfTestMessages {
  const language = locale.split('-', 1).join().toLowerCase();
  return CATALOGUES.find((each) => each.language === language) ?? en;
}
