// Publishes and claims without end, and says each write only once the store has acknowledged it;
// the test kills it. Loads the sources through Vite, so that no stale build is tested.
import { randomBytes } from 'node:crypto';
import { runnerImport } from 'vite';

const [path] = process.argv.slice(2);
const { module } = await runnerImport(new URL('./libsql-store.ts', import.meta.url).pathname, {
  resolve: { conditions: ['source'] },
  logLevel: 'silent',
});
const store = await module.openLibsqlStore({
  path,
  clock: { wallMs: () => Date.now() },
  random: { bytes: randomBytes },
});

const say = (word, value) => process.stdout.write(`${word} ${value}\n`);
const state = (epoch, sequence) => ({
  name: 'School',
  zone: 'UTC',
  content: `{"sequence":${sequence}}`,
  horizon: '2026-12-31',
  bodies: ['board', 'board+hall'].map((viewKey) => ({
    viewKey,
    revision: `${epoch}.${sequence}`,
    etag: `"${sequence}"`,
    json: randomBytes(20_000),
    brotli: randomBytes(2_000),
    gzip: randomBytes(3_000),
  })),
});

const epoch = await store.epoch();
await store.addSchool('s', state(epoch, 1));
let { sequence } = await store.school('s');
for (;;) {
  const outcome = await store.publish({
    schoolId: 's',
    baseSequence: sequence,
    ...state(epoch, sequence + 1),
  });
  sequence = outcome.school.sequence;
  say('published', sequence);
  const id = `screen-${sequence}`;
  await store.addScreen({
    id,
    schoolId: 's',
    tokenHash: id,
    view: { layout: 'board', groups: [] },
    info: { version: 1, name: id, sound: { on: false, volume: 0 } },
  });
  await store.claimScreen(id, `device-${sequence}`);
  say('claimed', sequence);
}
