/** What a draw is for. Each purpose has a sequence of its own, so that none shifts another. */
export type DrawName = 'poll' | 'spread' | 'wake' | 'retry-after' | 'channel' | 'drain' | 'media';

/** A generator as a value, so that jitter is pure: the same state draws the same numbers. */
export interface RandomState {
  /** 32 bits, unsigned. */
  readonly seed: number;
  readonly drawn: Readonly<Partial<Record<DrawName, number>>>;
}

export function seedRandom(seed: number): RandomState {
  return { seed: seed >>> 0, drawn: {} };
}

/** @returns a number uniform in [0, 1) and the generator after it. */
export function drawUniform(random: RandomState, name: DrawName): readonly [number, RandomState] {
  const count = random.drawn[name] ?? 0;
  const value = mix(mix(random.seed ^ hashName(name)) + Math.imul(count, 0x9e3779b9));
  return [value / 2 ** 32, { seed: random.seed, drawn: { ...random.drawn, [name]: count + 1 } }];
}

/** The finaliser of MurmurHash3: every bit of the input reaches every bit of the output. */
function mix(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** FNV-1a. */
function hashName(name: string): number {
  let bits = 0x811c9dc5;
  for (let index = 0; index < name.length; index += 1) {
    bits = Math.imul(bits ^ name.charCodeAt(index), 0x01000193);
  }
  return bits;
}
