/** The forms in which a publish stores every body (SNAP-5). */
export type Encoding = 'br' | 'gzip' | 'identity';

/** @returns the smallest stored form that an `Accept-Encoding` header allows. */
export function negotiateEncoding(header: string | undefined): Encoding {
  if (header === undefined || header === '') return 'identity';
  const accepted = header.split(',').map(readPart);
  const allows = (coding: string): boolean => {
    const named = accepted.find((part) => part.coding === coding);
    const entry = named ?? accepted.find((part) => part.coding === '*');
    return entry?.quality !== undefined && entry.quality > 0;
  };
  if (allows('br')) return 'br';
  return allows('gzip') ? 'gzip' : 'identity';
}

function readPart(part: string): { readonly coding: string; readonly quality: number } {
  const [coding = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  return { coding, quality: quality === undefined ? 1 : Number(quality.slice(2)) };
}
