import type { EngineFamily, SelfTestReport } from '@hallboard/shared';

type Engine = SelfTestReport['engine'];

/** In this order: Chromium names Safari too. */
const FAMILIES: readonly (readonly [EngineFamily, RegExp])[] = [
  ['firefox', /Firefox\/(\d+)/],
  ['chromium', /Chrom(?:e|ium)\/(\d+)/],
  ['safari', /Version\/(\d+).*Safari\//],
];

/** Which engine a user agent names. */
export function engineOf(userAgent: string): Engine {
  for (const [family, pattern] of FAMILIES) {
    const version = pattern.exec(userAgent)?.[1];
    if (version !== undefined) return { family, version: Number(version) };
  }
  return { family: 'other', version: 0 };
}

/** The oldest version that is supported, and the oldest that is not called old. */
const AGES: Readonly<Record<EngineFamily, readonly [number, number]>> = {
  chromium: [64, 80],
  firefox: [78, 115],
  safari: [13, 15],
  other: [0, 1],
};

/** The outcome of the finding `engine`. */
export function ageOf({ family, version }: Engine): 'current' | 'aged' | 'unsupported' {
  const [supported, current] = AGES[family];
  if (version < supported) return 'unsupported';
  return version < current ? 'aged' : 'current';
}
