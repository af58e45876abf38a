/** Reads a reply of Redis, whose strings arrive as bytes. @returns `undefined` for none. */
export function readText(reply: unknown): string | undefined {
  if (Buffer.isBuffer(reply)) return reply.toString('utf8');
  return typeof reply === 'string' ? reply : undefined;
}

/** Reads a list, such as a set's members. Anything else is an empty one. */
export function readTexts(reply: unknown): readonly string[] {
  return Array.isArray(reply) ? reply.map((item) => readText(item) ?? '') : [];
}

/** Reads a hash's fields, in the order they came. A key that is not there has none. */
export function readFields(reply: unknown): ReadonlyMap<string, Buffer> {
  const fields = new Map<string, Buffer>();
  if (!Array.isArray(reply)) return fields;
  for (let at = 0; at + 1 < reply.length; at += 2) {
    const name = readText(reply[at]);
    const value: unknown = reply[at + 1];
    if (name !== undefined && Buffer.isBuffer(value)) fields.set(name, value);
  }
  return fields;
}
