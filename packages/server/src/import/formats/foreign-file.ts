/** How files begin that people take for something to import, and what each is. */
const FOREIGN: readonly (readonly [start: string, what: string])[] = [
  ['%PDF', 'a PDF'],
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['GIF8', 'a picture'],
  ['{\\rtf', 'a text document'],
];
/** What else is an archive; the first of its files says which. */
const ARCHIVES: readonly (readonly [mark: RegExp, what: string])[] = [
  [/^mimetypeapplication\/vnd\.oasis\.opendocument\.spreadsheet/, 'an OpenDocument sheet'],
  [/^mimetypeapplication\/vnd\.oasis\.opendocument/, 'an OpenDocument file'],
];
const NAME_AT = 30;

/** @returns what a file is that cannot be imported, if it is one of those that people try. */
export function foreignFile(bytes: Uint8Array): string | undefined {
  const text = Buffer.from(bytes.subarray(0, 120)).toString('latin1');
  const inside = text.startsWith('PK') ? text.slice(NAME_AT) : '';
  return (
    FOREIGN.find(([start]) => text.startsWith(start))?.[1] ??
    ARCHIVES.find(([mark]) => mark.test(inside))?.[1]
  );
}
