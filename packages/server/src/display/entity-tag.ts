/**
 * Whether an `If-None-Match` header names `tag`. Weak tags count too: proxies that compress weaken
 * what they pass on.
 *
 * @param tag quoted, as it is sent.
 */
export function matchesTag(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  if (header === tag) return true;
  return header.split(',').some((part) => {
    const held = part.trim();
    return held === '*' || (held.startsWith('W/') ? held.slice(2) : held) === tag;
  });
}
