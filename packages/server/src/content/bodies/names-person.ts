/** How people are addressed, in the languages of the player: it says of nobody who it is. */
const TITLES = new Set(
  (
    'mr mrs ms miss sir dr prof professor teacher herr hr frau fr lehrer lehrerin lehrkraft ' +
    'sr sra senor senora don dona profe profesor profesora m mme mlle monsieur madame ' +
    'professeur bay bayan hoca ogretmen أ د السيد السيده الاستاذ الاستاذه المعلم المعلمه'
  ).split(' '),
);

/**
 * Whether a text has a part of a name in it, such as the surname alone, whatever its case and accents.
 * Rather once too often: who is away is not to be guessed (SEC-4).
 */
export function namesPerson(text: string, name: string): boolean {
  const words = new Set(wordsOf(text));
  const parts = wordsOf(name);
  const telling = parts.filter((part) => !TITLES.has(part) && part.length > 1);
  return (telling.length > 0 ? telling : parts).some((part) => words.has(part));
}

function wordsOf(text: string): readonly string[] {
  const plain = text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replace(/ß/g, 'ss');
  return (
    plain
      .replace(/ı/g, 'i')
      .replace(/ة/g, 'ه')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
