import * as v from 'valibot';

/** libsql gives a blob as one or the other. */
export const blobSchema = v.pipe(
  v.union([v.instance(ArrayBuffer), v.instance(Uint8Array)]),
  v.transform((bytes) =>
    bytes instanceof ArrayBuffer
      ? Buffer.from(bytes)
      : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  ),
);
