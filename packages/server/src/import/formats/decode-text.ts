/** Encodings that files of schools have; those of one byte a letter are told by the language. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What Windows has for a script, and for the languages of Latin script that are not in 1252. */
const OF_SCRIPT: Readonly<Record<string, Encoding>> = {
  Arab: 'windows-1256',
  Cyrl: 'windows-1251',
  Grek: 'windows-1253',
  Hebr: 'windows-1255',
};
const OF_LANGUAGES: Readonly<Record<string, Encoding>> = {
  'bs cs hr hu pl ro sk sl sq sr': 'windows-1250',
  'az tr': 'windows-1254',
  'et lt lv': 'windows-1257',
};

/** Enough of a file to see how it is encoded. */
const SAMPLE_BYTES = 4000;

/**
 * Decodes a file by its mark, or by what its bytes can be.
 * @param locale the school's: what is no Unicode is taken for its language's old encoding.
 * @param given what somebody who knows says; a mark in the file wins.
 */
export function decodeText(bytes: Uint8Array, locale: string, given?: Encoding): string {
  const marked = markedEncoding(bytes) ?? given;
  if (marked !== undefined) return new TextDecoder(marked).decode(bytes);
  const guessed = guessEncoding(bytes, locale);
  const isUnicode = guessed.startsWith('utf');
  return ((isUnicode ? undefined : xmlDecoder(bytes)) ?? new TextDecoder(guessed)).decode(bytes);
}

/** @returns what an XML text says of itself, where that can be. */
function xmlDecoder(bytes: Uint8Array): InstanceType<typeof TextDecoder> | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, SAMPLE_BYTES));
  const name = /^\s*<\?xml[^>]*\sencoding=["']([\w.:-]+)["']/.exec(start)?.[1];
  if (name === undefined) return undefined;
  try {
    return new TextDecoder(name);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function markedEncoding([a, b, c]: Uint8Array): Encoding | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

function guessEncoding(bytes: Uint8Array, locale: string): Encoding {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const zeros = (parity: number) =>
    sample.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  // Latin letters in UTF-16 have a zero each.
  if (zeros(1) > sample.length / 8) return 'utf-16le';
  if (zeros(0) > sample.length / 8) return 'utf-16be';
  if (isUtf8(bytes)) return 'utf-8';
  const { language, script = '' } = new Intl.Locale(locale).maximize();
  const ofLanguage = Object.entries(OF_LANGUAGES).find(([all]) =>
    all.split(' ').includes(language),
  );
  return OF_SCRIPT[script] ?? ofLanguage?.[1] ?? 'windows-1252';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
