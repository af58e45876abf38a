import { ar } from './ar.js';
import { en } from './en.js';
import type { Messages } from './messages.js';

const CATALOGUES: Readonly<Record<string, Messages>> = { ar, en };

/** The messages of a locale's language; English where there is no catalogue for it. */
export function messagesOf(locale: string): Messages {
  return CATALOGUES[locale.split('-')[0]?.toLowerCase() ?? ''] ?? en;
}

/** A second language for what everybody must understand: English, unless that is the first. */
export function secondMessagesOf(locale: string): Messages | undefined {
  return messagesOf(locale) === en ? undefined : en;
}
