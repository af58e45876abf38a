import { createHash } from 'sha256-uint8array';

/** What the platform hashes at once, and so has to be in memory. */
const WHOLE_BYTES = 16 * 2 ** 20;
/** What is hashed by script between two breaths of the page. */
const SLICE_BYTES = 2 ** 18;

/**
 * SHA-256 in lower-case hexadecimal. By the platform where it can, else in slices: on plain http
 * there is no `crypto.subtle`, and a long video does not fit into a TV's memory.
 * @param subtle @default the page's
 */
export async function hashBlob(
  blob: Blob,
  subtle: SubtleCrypto | undefined = pageSubtle(),
): Promise<string> {
  if (subtle !== undefined && blob.size <= WHOLE_BYTES) {
    return toHex(new Uint8Array(await subtle.digest('SHA-256', await bufferOf(blob))));
  }
  const hash = createHash();
  for (let at = 0; at < blob.size; at += SLICE_BYTES) {
    hash.update(new Uint8Array(await bufferOf(blob.slice(at, at + SLICE_BYTES))));
  }
  return toHex(hash.digest());
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => (byte + 256).toString(16).slice(1)).join('');
}

/** `Blob.arrayBuffer`, which engines below Chromium 76 lack. */
function bufferOf(blob: Blob): Promise<ArrayBuffer> {
  return new Response(blob).arrayBuffer();
}

function pageSubtle(): SubtleCrypto | undefined {
  return typeof crypto === 'undefined' ? undefined : crypto.subtle;
}
