import { expect, it } from 'vitest';
import { COVER_WORDS, readChoice } from './choices.js';

it.each([
  ['cover', 'cancelled', 'room-change', 'moved'],
  ['Cover', 'Cancelled', 'Room change', 'Moved'],
  ['انتظار', 'ملغاة', 'تغيير القاعة', 'تغيير الموعد'],
  ['Vertretung', 'Entfällt', 'Raumänderung', 'Verlegt'],
  ['Sustitución', 'Anulada', 'Cambio de aula', 'Cambio de hora'],
  ['Remplacement', 'Annulé', 'Autre salle', 'Déplacé'],
  ['Başka öğretmen', 'İptal', 'Yer değişikliği', 'Saati değişti'],
])('knows a change by what the screens say of it: %s', (...words) => {
  const kinds = words.map((word) => readChoice(word, COVER_WORDS));
  expect(kinds).toEqual(['cover', 'cancelled', 'room-change', 'moved']);
});
