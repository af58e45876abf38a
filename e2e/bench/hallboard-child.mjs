/**
 * The real server with many screens, all bound. Its store is in memory: what is measured here reads
 * no store.
 *
 * Arguments: how many schools, and how many screens each has.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createInProcessBus,
  createPinoLogger,
  createServer,
  createSystemClock,
  createSystemRandom,
  createToken,
  hashSecret,
  openLibsqlStore,
  openMediaDirectory,
  readConfig,
} from '@hallboard/server';
import { serveParent } from './child-side.mjs';

const [schools = 1, screensEach = 1] = process.argv.slice(2).map(Number);
const clock = createSystemClock();
const random = createSystemRandom();
const store = await openLibsqlStore({ path: ':memory:', clock, random });
const directory = mkdtempSync(join(tmpdir(), 'hallboard-bench-'));
process.once('exit', () => rmSync(directory, { recursive: true }));
const server = await createServer({
  config: readConfig({ MAX_SOCKETS_PER_SCHOOL: '100000' }),
  store,
  bus: createInProcessBus(),
  media: await openMediaDirectory({ directory, random }),
  clock,
  random,
  logger: createPinoLogger({ level: 'silent' }),
  shellDir: import.meta.dirname,
  embedDir: import.meta.dirname,
});

const adminKey = createToken(random);
const keyHash = hashSecret(adminKey);
await store.addAdminKey({ id: 'bench', name: 'bench', role: 'owner', keyHash, createdAtMs: 0 });
const flags = await store.flags();
await store.writeFlags({ ...flags, version: flags.version + 1, fallback: 'on' }, []);

/** @type {{ token: string, device: string }[]} */
const screens = [];
for (let school = 0; school < schools; school += 1) {
  const schoolId = `school-${school}`;
  const where = { zone: 'Europe/Madrid', locale: 'en-GB' };
  await server.publisher.addSchool({ id: schoolId, name: schoolId, ...where });
  await server.publisher.addScreen(schoolId, { id: `${schoolId}-first`, name: 'First' });
  const first = await store.screen(`${schoolId}-first`);
  for (let at = 0; at < screensEach; at += 1) {
    const [id, token, device] = [`${schoolId}-${at}`, createToken(random), createToken(random)];
    // Straight into the store: through the publisher, each would be announced.
    await store.addScreen({ ...first, id, tokenHash: hashSecret(token) });
    await store.claimScreen(id, device);
    screens.push({ token, device });
  }
}
await server.index.sweep();
const { port } = await server.listen(0, '127.0.0.1');
serveParent({ port, adminKey, screens });
