const MAGIC = '!<arch>\n';
const HEADER_END = '`\n';
/** What a header has room for, after the name: times, owners, mode and size. */
const LONGEST_NAME = 16;

/**
 * An archive of `ar`, in the way that Debian's packages are: names without a slash at their end,
 * and nothing in it of the time or the owner, so that the same content makes the same bytes.
 * @param {readonly {name: string, data: Uint8Array}[]} entries
 * @returns {Uint8Array}
 */
export function packAr(entries) {
  const parts = entries.flatMap(({ name, data }) => [
    Buffer.from(header(name, data.length)),
    data,
    // Every entry starts at an even place.
    Buffer.from(data.length % 2 === 0 ? '' : '\n'),
  ]);
  return Buffer.concat([Buffer.from(MAGIC), ...parts]);
}

/** @param {string} name @param {number} size */
function header(name, size) {
  if (name.length > LONGEST_NAME) throw new Error(`The name is too long for ar: ${name}`);
  const fields = [
    name.padEnd(LONGEST_NAME),
    '0'.padEnd(12),
    '0'.padEnd(6),
    '0'.padEnd(6),
    '100644'.padEnd(8),
    String(size).padEnd(10),
  ];
  return fields.join('') + HEADER_END;
}
