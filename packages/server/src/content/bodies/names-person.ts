/** How people are addressed, in the languages of the player: it says of nobody who it is. */
const TITLES = new Set(
  (
    'mr mrs ms miss sir dr prof professor teacher herr hr frau fr lehrer lehrerin lehrkraft ' +
    'sr sra senor senora don dona profe profesor profesora m mme mlle monsieur madame ' +
    'professeur bay bayan hoca ogretmen أ د السيد السيده الاستاذ الاستاذه المعلم المعلمه'
  ).split(' '),
);

/** From here on, a word that begins with a part of a name is taken for it: `Müllers`. */
const MIN_STEM_LENGTH = 3;

/**
 * Whether a text has a part of a name in it, such as the surname alone, whatever its case, accents
 * and endings. Rather once too often: who is away is not to be guessed (SEC-4).
 */
export function namesPerson(text: string, name: string): boolean {
  const words = wordsOf(text);
  const parts = wordsOf(name);
  const telling = parts.filter((part) => !TITLES.has(part) && part.length > 1);
  return (telling.length > 0 ? telling : parts).some((part) =>
    words.some((word) => isForm(word, part)),
  );
}

/** Arabic has what belongs to a word before it too. */
function isForm(word: string, part: string): boolean {
  if (part.length < MIN_STEM_LENGTH) return word === part;
  return /\p{Script=Arabic}/u.test(part) ? word.includes(part) : word.startsWith(part);
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
