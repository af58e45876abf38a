import { fold } from '../rows/fold.js';
import type { Words } from '../rows/kinds.js';
import { foldedWords } from '../rows/match-headings.js';

/** Values that a cell may have, with the words for each. */
export type Choices<T extends string> = Readonly<Record<T, Words>>;

export const COVER_WORDS: Choices<'cover' | 'cancelled' | 'room-change' | 'moved'> = {
  cover: {
    en: 'cover|substitution',
    ar: 'بديل|احتياط|انتظار',
    es: 'sustitución|guardia',
    fr: 'remplacement',
    de: 'Vertretung|Betreuung',
    tr: 'vekalet|yerine|vekil öğretmen|başka öğretmen',
  },
  cancelled: {
    en: 'cancelled|canceled|free',
    ar: 'ملغاة|إلغاء',
    es: 'cancelada|cancelado|anulada',
    fr: 'annulé|annulée|supprimé',
    de: 'Entfall|entfällt|fällt aus|Ausfall|frei',
    tr: 'iptal|boş',
  },
  'room-change': {
    en: 'room change|room',
    ar: 'تغيير القاعة|تغيير الغرفة',
    es: 'cambio de aula',
    fr: 'changement de salle|autre salle',
    de: 'Raumwechsel|Raumänderung|Raumvertretung',
    tr: 'derslik değişikliği|yer değişikliği',
  },
  moved: {
    en: 'moved|swap',
    ar: 'منقولة|نقل|تغيير الموعد',
    es: 'trasladada|cambio de hora',
    fr: 'déplacé|déplacée',
    de: 'verlegt|Verlegung|Tausch',
    tr: 'taşındı|ertelendi|saati değişti',
  },
};

export const SLOT_WORDS: Choices<'period' | 'break' | 'assembly' | 'other'> = {
  period: {
    en: 'period|lesson',
    ar: 'حصة',
    es: 'clase|hora',
    fr: 'cours',
    de: 'Stunde|Unterricht',
    tr: 'ders',
  },
  break: {
    en: 'break|recess|lunch',
    ar: 'استراحة|فسحة',
    es: 'recreo|descanso|comida',
    fr: 'récréation|pause',
    de: 'Pause',
    tr: 'teneffüs|ara',
  },
  assembly: {
    en: 'assembly',
    ar: 'طابور|تجمع',
    es: 'asamblea',
    fr: 'rassemblement',
    de: 'Versammlung',
    tr: 'tören',
  },
  other: { en: 'other', ar: 'أخرى', es: 'otro', fr: 'autre', de: 'Sonstiges', tr: 'diğer' },
};

export const LEVEL_WORDS: Choices<'info' | 'success' | 'warning' | 'urgent'> = {
  info: {
    en: 'info|normal',
    ar: 'معلومة|عادي',
    es: 'información|normal',
    fr: 'information|normal',
    de: 'Information|normal',
    tr: 'bilgi|normal',
  },
  success: {
    en: 'success|good news',
    ar: 'نجاح',
    es: 'éxito',
    fr: 'succès',
    de: 'Erfolg',
    tr: 'başarı',
  },
  warning: {
    en: 'warning|important',
    ar: 'تحذير|مهم',
    es: 'aviso|importante',
    fr: 'avertissement|important',
    de: 'Warnung|wichtig',
    tr: 'uyarı|önemli',
  },
  urgent: {
    en: 'urgent',
    ar: 'عاجل',
    es: 'urgente',
    fr: 'urgent',
    de: 'dringend|eilig',
    tr: 'acil',
  },
};

export const YES_NO: Choices<'yes' | 'no'> = {
  yes: { en: 'yes|true|x|1', ar: 'نعم', es: 'sí', fr: 'oui', de: 'ja|wahr', tr: 'evet' },
  no: { en: 'no|false|0', ar: 'لا', es: 'no', fr: 'non|faux', de: 'nein|falsch', tr: 'hayır' },
};

/** @returns the value that a word means in any of the languages. */
export function readChoice<T extends string>(text: string, choices: Choices<T>): T | undefined {
  const word = fold(text);
  for (const value in choices) {
    if (fold(value) === word || foldedWords(choices[value]).includes(word)) return value;
  }
  return undefined;
}
