import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Snapshot } from '@hallboard/shared';
import { type BodyRecord, viewKey } from '../../store/records.js';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Nearly as small as 11, in a tenth of its time. */
const BROTLI_QUALITY = 9;
const GZIP_LEVEL = 9;
/** 128 bits of the SHA-256: two bodies with one tag will not be seen. */
const ETAG_HEX_DIGITS = 32;

/** What a body may be at most (SNAP-5), in bytes. */
export interface BodyLimits {
  readonly json: number;
  readonly brotli: number;
}

const BODY_LIMITS: BodyLimits = { json: 1024 * 1024, brotli: 256 * 1024 };

/** A body is larger than SNAP-5 allows. */
export interface TooLarge {
  readonly kind: 'too-large';
  /** Of the view that is too large. */
  readonly viewKey: string;
  readonly encoding: 'json' | 'brotli';
  readonly bytes: number;
  readonly limitBytes: number;
  /** The parts of the snapshot and their JSON sizes in bytes, the largest first. */
  readonly parts: readonly { readonly path: string; readonly bytes: number }[];
}

/** Makes the forms of a snapshot that are sent. The same snapshot gives the same bytes. */
export async function encodeBody(
  snapshot: Snapshot,
  limits: BodyLimits = BODY_LIMITS,
): Promise<{ readonly kind: 'encoded'; readonly body: BodyRecord } | TooLarge> {
  const json = Buffer.from(JSON.stringify(snapshot), 'utf8');
  if (json.length > limits.json) return tooLarge(snapshot, 'json', json.length, limits.json);
  const [brotli, gzipped] = await Promise.all([
    compressBrotli(json, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: json.length,
      },
    }),
    compressGzip(json, { level: GZIP_LEVEL }),
  ]);
  if (brotli.length > limits.brotli) {
    return tooLarge(snapshot, 'brotli', brotli.length, limits.brotli);
  }
  const hash = createHash('sha256').update(json).digest('hex').slice(0, ETAG_HEX_DIGITS);
  const body = {
    viewKey: viewKey(snapshot.view),
    revision: snapshot.revision,
    etag: `"${hash}"`,
    json,
    brotli,
    gzip: gzipped,
  };
  return { kind: 'encoded', body };
}

function tooLarge(
  snapshot: Snapshot,
  encoding: TooLarge['encoding'],
  bytes: number,
  limitBytes: number,
): TooLarge {
  const parts = Object.entries(snapshot)
    .map(([path, part]) => ({ path, bytes: Buffer.byteLength(JSON.stringify(part), 'utf8') }))
    .sort((a, b) => b.bytes - a.bytes);
  return { kind: 'too-large', viewKey: viewKey(snapshot.view), encoding, bytes, limitBytes, parts };
}
