/**
 * The table "Who may import what" of ARCHITECTURE.md, as imports that must pass and imports that
 * must be refused. A row of the table without an entry here is not checked.
 *
 * @typedef {object} Row
 * @property {string} folder whose files the row is about
 * @property {readonly string[]} allowed
 * @property {readonly string[]} refused
 */

const PLAYER = 'packages/player/src';
const SERVER = 'packages/server/src';

const STORE_AND_BUS = [
  '../store/store.js',
  '../store/records.js',
  '../store/store-unavailable-error.js',
  '../bus/bus.js',
  '../media/media-files.js',
  '../ports/clock.js',
  '../http/answer.js',
  '../logging/logger.js',
  '@hallboard/shared',
];
const NEVER_FROM_A_FEATURE = [
  '../store/libsql/libsql-store.js',
  '../store/redis/redis-store.js',
  '../media/directory/media-directory.js',
  '../media/redis/redis-media.js',
  '../redis/redis-connection.js',
  '../bus/in-process/in-process-bus.js',
  '../adapters/system-clock.js',
  '../create-server.js',
  '../main.js',
  '../cli/main.js',
  '../start/welcome.js',
  '@hallboard/player',
];

/** What the features stand on. */
const FOUNDATIONS = [
  'store',
  'store/libsql',
  'store/redis',
  'bus',
  'redis',
  'ports',
  'adapters',
  'config',
  'http',
  'logging',
  'metrics',
  'media',
  'media/directory',
  'media/redis',
];

/** @type {readonly Row[]} */
export const IMPORT_ROWS = [
  {
    folder: 'packages/shared/src',
    allowed: ['./revision.js', 'valibot'],
    refused: [
      '../../player/src/index.js',
      '@hallboard/player',
      '@hallboard/server',
      'node:fs',
      'ws',
    ],
  },
  ...['ports', 'scene'].map((name) => ({
    folder: `${PLAYER}/${name}`,
    allowed: ['./clock.js', '@hallboard/shared'],
    refused: ['../core/state.js', '../adapters/clock.js', '../ui/app.js', '../index.js', 'preact'],
  })),
  {
    folder: `${PLAYER}/core`,
    allowed: [
      './state.js',
      '../ports/clock.js',
      '../scene/scene.js',
      '../scene/view.js',
      '../scene/rings.js',
      '@hallboard/shared',
    ],
    refused: [
      '../scene/scene-at.js',
      '../adapters/clock.js',
      '../ui/app.js',
      '../testing/manual-clock.js',
      '../shell/main.js',
      '../index.js',
      '../create-player.js',
      'preact',
      'idb-keyval',
      'node:crypto',
      '@hallboard/server',
    ],
  },
  ...['adapters', 'testing'].map((name) => ({
    folder: `${PLAYER}/${name}`,
    allowed: ['./clock.js', '../ports/clock.js', '@hallboard/shared', 'idb-keyval'],
    refused: ['../core/state.js', '../scene/scene.js', '../ui/app.js', '../index.js', 'preact'],
  })),
  {
    folder: `${PLAYER}/testing/simulation`,
    allowed: [
      './fault.js',
      '../timeline.js',
      '../../core/state.js',
      '../../scene/scene.js',
      '../../present.js',
      '@hallboard/shared',
    ],
    refused: [
      '../../adapters/clock.js',
      '../../ui/app.js',
      '../../create-player.js',
      '../../index.js',
      'preact',
      'fast-check',
    ],
  },
  {
    folder: `${PLAYER}/ui`,
    allowed: ['./app.js', './app.css', '../scene/view.js', '@hallboard/shared', 'preact'],
    refused: ['../core/state.js', '../ports/clock.js', '../adapters/clock.js', '../index.js'],
  },
  {
    folder: `${PLAYER}/ui/panels`,
    allowed: ['./clock.js', '../app.js', '../../scene/view.js', '@hallboard/shared', 'preact'],
    refused: ['../../core/state.js', '../../ports/clock.js', '../../index.js'],
  },
  {
    folder: `${PLAYER}/service-worker`,
    allowed: ['./handle.js', '@hallboard/shared', 'workbox-precaching'],
    refused: ['../core/state.js', '../adapters/clock.js', '../index.js', 'preact'],
  },
  {
    folder: `${PLAYER}/self-test`,
    allowed: [
      './judge.js',
      '../adapters/browser-clock.js',
      '../ports/clock.js',
      '@hallboard/shared',
    ],
    refused: ['../index.js', '../core/state.js', '../ui/app.js', '../shell/main.js', 'preact'],
  },
  {
    folder: `${PLAYER}/shell`,
    allowed: [
      './main.js',
      '../index.js',
      '../../locales/ar.json?url',
      '../self-test/self-test.css?url',
      'workbox-window',
    ],
    refused: [
      '../create-player.js',
      '../core/state.js',
      '../ui/app.js',
      '../ui/styles.css?inline',
      '@hallboard/shared',
    ],
  },
  {
    folder: `${PLAYER}/element`,
    allowed: ['./script.js', '../index.js', '../ui/styles.css?inline', '../../locales/ar.json?url'],
    refused: ['../create-player.js', '../core/state.js', '../ui/app.js', '@hallboard/shared'],
  },
  {
    folder: PLAYER,
    allowed: ['./core/state.js', './adapters/clock.js', './ui/app.js', './scene/scene.js'],
    refused: [
      './testing/index.js',
      './shell/main.js',
      './element/main.js',
      './service-worker/main.js',
      '@hallboard/server',
    ],
  },
  ...['screens', 'flags'].map((name) => ({
    folder: `${SERVER}/${name}`,
    allowed: ['./own.js', ...STORE_AND_BUS],
    refused: [
      '../content/publish.js',
      '../serving/index.js',
      '../display/handler.js',
      '../admin/app.js',
      '../alerts/alerts.js',
      '../fleet/screen-watch.js',
      ...NEVER_FROM_A_FEATURE,
    ],
  })),
  ...['content', 'content/program', 'serving'].map((name) => ({
    folder: `${SERVER}/${name}`,
    allowed: ['./own.js', '../screens/token.js', ...STORE_AND_BUS],
    refused: [
      '../flags/flag.js',
      '../../display/handler.js',
      '../gateway/gateway.js',
      '../admin/app.js',
      ...NEVER_FROM_A_FEATURE,
    ],
  })),
  ...[
    'import',
    'import/rows',
    'import/values',
    'import/formats',
    'import/assemble',
    'import/cases',
  ].map((name) => ({
    folder: `${SERVER}/${name}`,
    allowed: ['./own.js', '../content/check-content.js', '@hallboard/shared', 'ical.js'],
    refused: [
      'node:fs',
      '../store/store.js',
      '../serving/index.js',
      '../admin/app.js',
      ...NEVER_FROM_A_FEATURE,
    ],
  })),
  ...['display', 'gateway'].map((name) => ({
    folder: `${SERVER}/${name}`,
    allowed: ['./own.js', '../serving/index.js', '../screens/token.js', ...STORE_AND_BUS],
    refused: ['../content/publish.js', '../admin/app.js', ...NEVER_FROM_A_FEATURE],
  })),
  ...['alerts', 'fleet'].map((name) => ({
    folder: `${SERVER}/${name}`,
    allowed: ['./own.js', '../content/publish.js', '../serving/index.js', ...STORE_AND_BUS],
    refused: [
      '../flags/flag.js',
      '../display/handler.js',
      '../gateway/gateway.js',
      '../admin/app.js',
      ...NEVER_FROM_A_FEATURE,
    ],
  })),
  ...['admin', 'demo'].map((name) => ({
    folder: `${SERVER}/${name}`,
    allowed: ['./own.js', '../content/publish.js', '../screens/token.js', ...STORE_AND_BUS],
    refused: ['../display/handler.js', '../gateway/gateway.js', ...NEVER_FROM_A_FEATURE],
  })),
  ...FOUNDATIONS.map((name) => ({
    folder: `${SERVER}/${name}`,
    allowed: ['./own.js', '../store.js', '../ports/clock.js', '@hallboard/shared'],
    refused: [
      '../content/publish.js',
      '../../admin/app.js',
      '../serving/index.js',
      '@hallboard/player',
    ],
  })),
  ...['', '/cli', '/start', '/testing'].map((name) => ({
    folder: `${SERVER}${name}`,
    allowed: ['./store/libsql/libsql-store.js', './gateway/gateway.js', '@hallboard/player'],
    refused: [],
  })),
  {
    folder: 'e2e/gallery',
    allowed: ['../../packages/player/src/ui/app.js', '../../packages/player/src/scene/view.js'],
    refused: ['../../packages/player/src/core/state.js', '../../packages/server/src/main.js'],
  },
  ...['e2e/specs', 'e2e/simulation', 'examples/embed'].map((folder) => ({
    folder,
    allowed: ['../fixtures/server.js', '@hallboard/player', '@hallboard/player/testing'],
    refused: [
      '../../packages/player/src/core/state.js',
      '@hallboard/player/src/index.js',
      '@hallboard/server/dist/store/store.js',
    ],
  })),
];
