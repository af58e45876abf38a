/**
 * A number uniform in [0, 1) that depends on its key and on nothing else: what one entity draws
 * never shifts what another one does.
 */
export function drawKeyed(seed: number, entity: string, counter: number): number {
  let bits = 0x811c9dc5 ^ seed;
  for (let index = 0; index < entity.length; index += 1) {
    bits = Math.imul(bits ^ entity.charCodeAt(index), 0x01000193);
  }
  return mix(mix(bits) + Math.imul(counter, 0x9e3779b9)) / 2 ** 32;
}

/** The finaliser of MurmurHash3. */
function mix(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
