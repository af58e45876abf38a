import type { Plugin } from 'vite';

/** What the compiler makes of `??`: of what has a name, and of what it gives one. */
const OF_NAMED = /(?<![\w$.])([\w$]+) !== null && \1 !== void 0 \? (?=\1 :)/g;
const OF_OTHERS = /(\)) !== null && (_[\w$]+) !== void 0 \? (?=\2 :)/g;

/**
 * One comparison for `??`, as the compiler writes it for `?.` where nothing is `document.all`. Spaces
 * take the place of what is left out, so that source maps stay true.
 */
export function shortDefaults(): Plugin {
  const shorten = (match: string, value: string): string =>
    `${value} != null ? `.padEnd(match.length);
  return {
    name: 'short-defaults',
    // Before it is minified, while the compiler's own form can be told from what somebody wrote.
    renderChunk: {
      order: 'pre',
      handler: (code) => ({
        code: code.replace(OF_NAMED, shorten).replace(OF_OTHERS, shorten),
        map: null,
      }),
    },
  };
}
