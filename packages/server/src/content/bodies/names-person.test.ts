import { describe, expect, it } from 'vitest';
import { namesPerson } from './names-person.js';

describe('namesPerson', () => {
  it.each([
    ['For Ms Cole, in room 12', 'Ms Cole'],
    ['cole is ill', 'Ms Cole'],
    ['Vertretung für Hr. MULLER', 'Herr Müller'],
    ['statt Groß', 'Fr. Gross'],
    ['Müllers Klasse', 'Hr. Müller'],
    ['Ayşenin yerine', 'Ayşe Işık'],
    ['بديل لمنى', 'أ. منى'],
    ['Ayşe’nin yerine', 'Ayşe Işık'],
    ['بدلا من منى', 'أ. منى'],
    ['KOE krank', 'KOE'],
    ['Away: Ana', 'García, Ana'],
    ['Frau', 'Frau'],
  ])('[SEC-4] sees that "%s" tells of %s', (text, name) => {
    expect(namesPerson(text, name)).toBe(true);
  });

  it.each([
    ['Bring a ruler', 'Ms Cole'],
    ['Ask Ms Ito', 'Ms Cole'],
    ['Bei Frau Kurz melden', 'Frau Groß'],
    ['The charcoal is ready', 'Ms Cole'],
    ['Bring olive oil', 'Xe Li'],
    ['In room M', 'M. Roy'],
  ])('does not take "%s" for %s', (text, name) => {
    expect(namesPerson(text, name)).toBe(false);
  });
});
