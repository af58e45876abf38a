/**
 * What the compiler keeps from each folder by its `lib` and `types`.
 *
 * @typedef {object} Row
 * @property {string} project
 * @property {readonly string[]} known globals that its files may use
 * @property {readonly string[]} unknown globals that its files must not know
 */

const PLATFORM = ['setTimeout', 'fetch', 'AbortController', 'URL', 'console', 'crypto'];
const PAGE = ['window', 'document', 'localStorage'];
const NODE = ['process', 'Buffer', 'require'];

/** @type {readonly Row[]} */
export const COMPILER_ROWS = [
  {
    project: 'packages/shared/tsconfig.json',
    known: ['Math', 'JSON'],
    unknown: [...PLATFORM, ...PAGE, ...NODE],
  },
  {
    project: 'packages/player/tsconfig.core.json',
    known: ['Math', 'JSON'],
    unknown: [...PLATFORM, ...PAGE, ...NODE],
  },
  {
    project: 'packages/player/tsconfig.json',
    known: [...PLATFORM, ...PAGE],
    unknown: [...NODE, 'ServiceWorkerGlobalScope'],
  },
  {
    project: 'packages/player/tsconfig.worker.json',
    known: [...PLATFORM, 'self'],
    unknown: [...NODE, ...PAGE],
  },
  {
    project: 'packages/server/tsconfig.json',
    known: [...PLATFORM, 'process', 'Buffer'],
    unknown: [...PAGE],
  },
];
