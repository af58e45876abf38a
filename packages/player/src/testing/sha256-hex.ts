import { createHash } from 'sha256-uint8array';

/** As items refer to files: SHA-256 in lower-case hexadecimal. */
export function sha256Hex(bytes: Uint8Array): string {
  return createHash().update(bytes).digest('hex');
}
