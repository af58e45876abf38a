/** What a school may upload, and the ending of such a file's name. */
export const MEDIA_TYPES = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'audio/mpeg': 'mp3',
  'audio/wav': 'wav',
} as const;

export type MediaType = keyof typeof MEDIA_TYPES;

/** How many bytes of a file tell what it is. */
export const HEAD_BYTES = 1024;

/** What a file was seen to be, or why it is not taken. */
export type Sniffed =
  | { readonly kind: 'known'; readonly mimeType: MediaType }
  | { readonly kind: 'refused'; readonly reason: string };

/** Begins a frame of MPEG audio, layer III, or the tag before the first one. */
const MP3 = /^(ID3|\xff[\xe2\xe3\xf2\xf3\xfa\xfb])/;

/** Major brands of what every engine plays as MP4; those of HEIC, AVIF and QuickTime differ. */
const MP4_BRANDS = /^(isom|iso[2-9]|mp4[12]|avc1|M4V |MSNV|dash|f4v )$/;

/**
 * Tells what a file is by how it begins, whatever its name or sender says. A small table, since what
 * screens of every age can show is a short list.
 *
 * @param head the first `HEAD_BYTES`, or all of a file that is shorter.
 */
export function sniffMediaType(head: Buffer): Sniffed {
  const text = head.toString('latin1');
  if (text.startsWith('\x89PNG\r\n\x1a\n') && text.slice(12, 16) === 'IHDR') {
    return known('image/png');
  }
  if (text.startsWith('\xff\xd8\xff')) return known('image/jpeg');
  if (/^GIF8[79]a/.test(text)) return known('image/gif');
  if (/^RIFF.{4}WEBPVP8[ LX]/s.test(text)) return known('image/webp');
  if (/^RIFF.{4}WAVE/s.test(text)) return known('audio/wav');
  if (MP3.test(text)) return known('audio/mpeg');
  if (/^(OggS|fLaC|\xff[\xf0\xf1\xf8\xf9])/.test(text)) {
    return refused('Not every screen can play such a sound; export it as MP3 or WAV');
  }
  if (text.slice(4, 8) === 'ftyp') return sniffBrand(text.slice(8, 12));
  if (text.startsWith('\x1aE\xdf\xa3')) return sniffDocType(text);
  if (/<svg|<!doctype svg/i.test(text)) {
    return refused('SVG can hold scripts; export the picture as PNG');
  }
  return refused('It is none of PNG, JPEG, WebP, GIF, MP4, WebM, MP3 and WAV');
}

/** What shares MP4's container tells itself apart by a brand. */
function sniffBrand(brand: string): Sniffed {
  if (MP4_BRANDS.test(brand)) return known('video/mp4');
  if (/^(hei[cmsx]|hev[cmsx]|mif1|msf1)$/.test(brand)) {
    return refused('Most screens cannot show HEIC; export the picture as JPEG');
  }
  if (/^avi[fs]$/.test(brand)) {
    return refused('Older screens cannot show AVIF; export the picture as JPEG');
  }
  if (/^M4[AB] $/.test(brand)) return refused('Export the sound as MP3 or WAV');
  if (brand === 'qt  ') return refused('Most screens cannot play QuickTime; export it as MP4');
  return refused('It is no MP4 that browsers play');
}

/** WebM is Matroska with a name of its own: element 0x4282, its size, and the name. */
function sniffDocType(text: string): Sniffed {
  return /B\x82.webm/s.test(text)
    ? known('video/webm')
    : refused('Most screens cannot play Matroska; export it as MP4');
}

function known(mimeType: MediaType): Sniffed {
  return { kind: 'known', mimeType };
}

function refused(reason: string): Sniffed {
  return { kind: 'refused', reason };
}
